#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""facts.py ONE.sqlite OTHER.sqlite [TABLE[.COLUMN]...]: are the facts of servers, their Windows and their sync engine, the
same in both snapshots, for the servers that OTHER has? Without what belongs to the connection or to the moment, and without
what is named.
Ends with 1 where they differ."""
import sqlite3
import sys

# Not of the server: numbers of the snapshot, times of the question, who asked and how.
NOT_FACTS = {'id', 'evidence_id', 'target_id', 'asked_at', 'engine.way', 'engine.endpoint', 'engine.protocol', 'engine.account',
             'engine.account_sid', 'engine.elevated', 'engine.language_mode', 'host.protocol', 'host.mechanism', 'host.protected',
             'host.clock_offset_s', 'host_account_watched.since',
             'host_event_window.from_at'}
EXPORTED = {'connector', 'connector_setting', 'attribute_inclusion', 'global_parameter', 'partition', 'partition_container',
            'partition_object_class', 'sync_rule', 'rule_join', 'rule_mapping', 'rule_scope', 'run_profile', 'run_step'}
LEAST = 4000  # facts of two servers; fewer say that nothing was compared


class Snapshot:
    def __init__(self, path, without):
        self.db = sqlite3.connect(path)
        self.without = NOT_FACTS | set(without)
        names = [row[0] for row in self.db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")]
        self.tables = [n for n in names if (n.startswith(('host', 'engine')) or n in EXPORTED) and n not in self.without]
        self.targets = dict(self.db.execute("SELECT id, name FROM target WHERE kind = 'server'"))
        self.parents = {}

    def columns(self, table):
        return [row[1] for row in self.db.execute('PRAGMA table_info(%s)' % table)
                if row[1] not in self.without and '%s.%s' % (table, row[1]) not in self.without]

    def references(self, table):
        """column: table that it is a number of, but for targets and evidence."""
        return {row[3]: row[2] for row in self.db.execute('PRAGMA foreign_key_list(%s)' % table)
                if row[2] not in ('target', 'evidence')}

    def rows(self, table):
        """(number or None, server, text) of each row; numbers of other tables are replaced by their rows."""
        columns = self.columns(table)
        references = self.references(table)
        all_columns = [row[1] for row in self.db.execute('PRAGMA table_info(%s)' % table)]
        for row in self.db.execute('SELECT * FROM %s' % table):
            values = dict(zip(all_columns, row))
            server = self.targets.get(values.get('target_id'))
            parts = []
            for column in columns:
                value = values[column]
                if column in references and value is not None:
                    owner, value = self.parent(references[column]).get(value, (None, value))
                    server = server or owner
                parts.append('%s=%s' % (column, value))
            yield values.get('id'), server, ' '.join(parts)

    def parent(self, table):
        if table not in self.parents:
            self.parents[table] = {number: (server, text) for number, server, text in self.rows(table)}
        return self.parents[table]

    def facts(self, servers):
        found = {'%s %s %s' % (server, table, text) for table in self.tables for _, server, text in self.rows(table)
                 if server in servers}
        for target, source, status, message in self.db.execute('SELECT target_id, source, status, message FROM coverage'):
            if self.targets.get(target) in servers:
                found.add('%s coverage %s %s %s' % (self.targets[target], source, status, message or ''))
        return found


def main(one, other, *without):
    a, b = Snapshot(one, without), Snapshot(other, without)
    servers = set(b.targets.values())
    left, right = a.facts(servers), b.facts(servers)
    for sign, facts in (('<', left - right), ('>', right - left)):
        for fact in sorted(facts)[:12]:
            print(sign, fact[:300])
    if len(right) < LEAST:
        print('hardly any facts were collected: %d' % len(right))
    print('%s: %d facts of %d servers, %d differences' % (other.rsplit('/', 1)[-1], len(right), len(servers), len(left ^ right)))
    return 1 if left != right or len(right) < LEAST or not servers else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
