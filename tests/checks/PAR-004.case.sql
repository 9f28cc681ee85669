-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAR-004.

-- case: no lists: everything is in scope
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
-- expect: SYNC02 pass

-- case: the same lists
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (21, 'include', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (11, 'exclude', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'exclude', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (11, 'exclude', 'OU=B,OU=A,DC=contoso,DC=com', 'ou=b,ou=a,dc=contoso,dc=com'),
  (21, 'exclude', 'OU=B,OU=A,DC=contoso,DC=com', 'ou=b,ou=a,dc=contoso,dc=com');
-- expect: SYNC02 pass

-- case: an OU is excluded on the staging server only
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com');
-- expect: SYNC02 fail OU=A,DC=contoso,DC=com

-- case: an OU is excluded on the active server only
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (11, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com');
-- expect: SYNC02 fail OU=A,DC=contoso,DC=com

-- case: an OU is included on the active server only
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (21, 'include', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (11, 'include', 'OU=X,DC=contoso,DC=com', 'ou=x,dc=contoso,dc=com');
-- expect: SYNC02 fail OU=X,DC=contoso,DC=com

-- case: an OU is included on the staging server only
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (21, 'include', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (21, 'include', 'OU=X,DC=contoso,DC=com', 'ou=x,dc=contoso,dc=com');
-- expect: SYNC02 fail OU=X,DC=contoso,DC=com

-- case: included here, excluded there
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (11, 'include', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (21, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com');
-- expect: SYNC02 fail OU=A,DC=contoso,DC=com

-- case: the nearest entry decides, not the first or the last
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (11, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (21, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (11, 'include', 'OU=B,OU=A,DC=contoso,DC=com', 'ou=b,ou=a,dc=contoso,dc=com');
-- expect: SYNC02 fail OU=B,OU=A,DC=contoso,DC=com

-- case: an entry decides for what lies deep below it
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (11, 'exclude', 'OU=C,OU=B,OU=A,DC=contoso,DC=com', 'ou=c,ou=b,ou=a,dc=contoso,dc=com'),
  (21, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com');
-- expect: SYNC02 fail OU=A,DC=contoso,DC=com
-- expect: SYNC02 warn OU=C,OU=B,OU=A,DC=contoso,DC=com

-- case: another way to write the same scope
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (11, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (21, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (21, 'exclude', 'OU=B,OU=A,DC=contoso,DC=com', 'ou=b,ou=a,dc=contoso,dc=com');
-- expect: SYNC02 warn OU=B,OU=A,DC=contoso,DC=com

-- case: another way to write the same scope, on the active server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (11, 'include', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com');
-- expect: SYNC02 warn OU=A,DC=contoso,DC=com

-- case: no lists on the active server, the root named on the other
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
-- expect: SYNC02 warn DC=contoso,DC=com

-- case: no lists on the staging server, the root named on the other
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
-- expect: SYNC02 warn DC=contoso,DC=com

-- case: no lists on the active server, one OU included on the other
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (21, 'include', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com');
-- expect: SYNC02 fail DC=contoso,DC=com
-- expect: SYNC02 warn OU=A,DC=contoso,DC=com

-- case: no lists on the staging server, one OU included on the other
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com');
-- expect: SYNC02 fail DC=contoso,DC=com
-- expect: SYNC02 warn OU=A,DC=contoso,DC=com

-- case: only an exclusion: what no entry covers is out
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com');
-- expect: SYNC02 fail DC=contoso,DC=com
-- expect: SYNC02 fail OU=A,DC=contoso,DC=com

-- case: only exclusions on both sides: nothing is in scope
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (21, 'exclude', 'OU=X,DC=contoso,DC=com', 'ou=x,dc=contoso,dc=com');
-- expect: SYNC02 warn OU=A,DC=contoso,DC=com
-- expect: SYNC02 warn OU=X,DC=contoso,DC=com

-- case: included and excluded at once counts as excluded
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (11, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (21, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (11, 'include', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com');
-- expect: SYNC02 warn OU=A,DC=contoso,DC=com

-- case: included and excluded at once differs from included
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (11, 'include', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (21, 'include', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (11, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com');
-- expect: SYNC02 fail OU=A,DC=contoso,DC=com

-- case: an OU whose name ends like another one is not below it
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (11, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (21, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com'),
  (21, 'exclude', 'OU=XOU=A,DC=contoso,DC=com', 'ou=xou=a,dc=contoso,dc=com');
-- expect: SYNC02 fail OU=XOU=A,DC=contoso,DC=com

-- case: characters that LIKE would take for wildcards
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (11, 'exclude', 'OU=100%,DC=contoso,DC=com', 'ou=100%,dc=contoso,dc=com'),
  (21, 'exclude', 'OU=100_,DC=contoso,DC=com', 'ou=100_,dc=contoso,dc=com');
-- expect: SYNC02 fail OU=100%,DC=contoso,DC=com
-- expect: SYNC02 fail OU=100_,DC=contoso,DC=com

-- case: a partition that the active server does not select is left to PAR-003
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com');
UPDATE partition SET selected = 0 WHERE id = 11;
-- expect: SYNC02 pass

-- case: a partition that the staging server does not select is left to PAR-003
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com');
UPDATE partition SET selected = 0 WHERE id = 21;
-- expect: SYNC02 pass

-- case: partitions of different forests are not compared
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com');
UPDATE connector SET connector_key = 'ad:fabrikam.com' WHERE id = 201;
-- expect: SYNC02 pass

-- case: each partition is compared with its own
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com');
UPDATE partition SET name = 'DC=x', name_key = 'dc=x' WHERE id = 21;
-- expect: SYNC02 pass

-- case: a third server is not compared with the pair
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (31, 'include', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com');
-- expect: SYNC02 pass

-- case: roles given the other way round
-- server: SYNC01 staging contoso.example
-- server: SYNC02 active contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'exclude', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com');
-- expect: SYNC01 fail OU=A,DC=contoso,DC=com

-- case: an entry longer than a DN can be is not judged
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container
SELECT 21, 'exclude', 'OU=long', dn
  FROM (SELECT 'ou=' || replace(hex(zeroblob(4076)), '00', 'a') || ',dc=contoso,dc=com' AS dn);
-- expect: SYNC02 unknown DC=contoso,DC=com / entries of more than 4096 characters or 100 levels

-- case: two of them are said once
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container
SELECT 21, 'exclude', 'OU=long', dn
  FROM (SELECT 'ou=' || replace(hex(zeroblob(4100)), '00', 'a') || ',dc=contoso,dc=com' AS dn);
INSERT INTO partition_container
SELECT 21, 'exclude', 'OU=long', dn
  FROM (SELECT 'ou=' || replace(hex(zeroblob(4101)), '00', 'a') || ',dc=contoso,dc=com' AS dn);
-- expect: SYNC02 unknown DC=contoso,DC=com / entries of more than 4096 characters or 100 levels

-- case: an entry of exactly that length is judged
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container
SELECT 21, 'exclude', 'OU=long', dn
  FROM (SELECT 'ou=' || replace(hex(zeroblob(4075)), '00', 'a') || ',dc=contoso,dc=com' AS dn);
-- expect: SYNC02 fail OU=long

-- case: the deepest entry that is judged
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container
SELECT 21, 'exclude', 'OU=deep', replace(hex(zeroblob(99)), '00', 'ou=a,') || 'dc=contoso,dc=com';
-- expect: SYNC02 fail OU=deep

-- case: an entry that is deeper
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT 10 * target_id + 1, id, 'p', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1
  FROM connector WHERE kind = 'ad';
INSERT INTO partition_container VALUES
  (11, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com'),
  (21, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container
SELECT 21, 'exclude', 'OU=deep', replace(hex(zeroblob(100)), '00', 'ou=a,') || 'dc=contoso,dc=com';
-- expect: SYNC02 unknown DC=contoso,DC=com / entries of more than 4096 characters or 100 levels

-- case: one side was not collected
-- server: SYNC01 failed -
-- server: SYNC02 staging contoso.example
-- expect: SYNC02 unknown
