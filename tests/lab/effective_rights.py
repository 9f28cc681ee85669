#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Writes down what a domain controller says about rights, for effective_rights.c to compare.

Bound as each account in turn, asks every visible object of the domain for sDRightsEffective,
allowedAttributesEffective and allowedChildClassesEffective, which the domain controller computes out of
the object's descriptor and the caller's token. Before that, objects with random descriptors are made
below an OU of their own, which is removed in the end.

usage: effective_rights.py OUTPUT [SEED [RANDOM_OBJECTS]]

Environment (default): SA_LAB_DOMAIN (fabrikam.example), SA_LAB_DC (dc1.DOMAIN), SA_LAB_ACCOUNTS
("auditor alice bob carol"), SA_LAB_PASSWORD (Us3r-Passw0rd!), SA_LAB_ADMIN (Administrator),
SA_LAB_ADMIN_PASSWORD (Adm1n-Passw0rd!). Kerberos is set up by the lab (KRB5_CONFIG).
"""
import base64
import os
import random
import sys
import time
import uuid

import ldb
from samba.credentials import MUST_USE_KERBEROS, Credentials
from samba.dcerpc import security
from samba.ndr import ndr_pack, ndr_unpack
from samba.param import LoadParm
from samba.samdb import SamDB

DOMAIN = os.environ.get("SA_LAB_DOMAIN", "fabrikam.example")
DC = os.environ.get("SA_LAB_DC", "dc1." + DOMAIN)
ACCOUNTS = os.environ.get("SA_LAB_ACCOUNTS", "auditor alice bob carol").split()
PASSWORD = os.environ.get("SA_LAB_PASSWORD", "Us3r-Passw0rd!")
ADMIN = os.environ.get("SA_LAB_ADMIN", "Administrator")
ADMIN_PASSWORD = os.environ.get("SA_LAB_ADMIN_PASSWORD", "Adm1n-Passw0rd!")

CONSTRUCTED = 0x4
BASE_SCHEMA = 0x10
WELL_KNOWN = ("S-1-1-0", "S-1-5-11")


def connect(user, password):
    params = LoadParm()
    params.set("interfaces", "127.0.0.1/8")
    params.set("realm", DOMAIN.upper())
    params.set("workgroup", DOMAIN.split(".")[0].upper())
    credentials = Credentials()
    credentials.guess(params)
    credentials.set_username(user)
    credentials.set_password(password)
    credentials.set_realm(DOMAIN.upper())
    credentials.set_kerberos_state(MUST_USE_KERBEROS)
    return SamDB(url="ldap://" + DC, credentials=credentials, lp=params)


def sid_text(value):
    return str(ndr_unpack(security.dom_sid, bytes(value)))


def guid_text(value):
    return str(uuid.UUID(bytes_le=bytes(value)))


class Schema:
    def __init__(self, admin):
        base = str(admin.get_schema_basedn())
        self.attributes, self.classes = {}, {}
        self.sets, self.rights = [], []
        wanted = ["lDAPDisplayName", "schemaIDGUID", "attributeSecurityGUID", "linkID", "systemFlags", "systemOnly"]
        for m in admin.search(base, scope=1, expression="(objectClass=attributeSchema)", attrs=wanted):
            # What only the system writes is never listed as writable, whatever the descriptor says.
            flags = int(str(m.get("systemFlags", ["0"])[0]))
            fixed = (int(str(m.get("linkID", ["0"])[0])) % 2 == 1 or str(m.get("systemOnly", ["FALSE"])[0]) == "TRUE" or
                     flags & CONSTRUCTED != 0)
            # What somebody added to this schema need not be in the property set where Windows has it.
            kind = "fixed" if fixed else "base" if flags & BASE_SCHEMA else "added"
            held_by = guid_text(m["attributeSecurityGUID"][0]) if "attributeSecurityGUID" in m else "-"
            name = str(m["lDAPDisplayName"])
            self.attributes[name.lower()] = (len(self.attributes), name, guid_text(m["schemaIDGUID"][0]), held_by, kind)
        for m in admin.search(base, scope=1, expression="(objectClass=classSchema)", attrs=["lDAPDisplayName", "schemaIDGUID"]):
            name = str(m["lDAPDisplayName"])
            self.classes[name.lower()] = (len(self.classes), name, guid_text(m["schemaIDGUID"][0]))
        rights = "CN=Extended-Rights," + str(admin.get_config_basedn())
        for m in admin.search(rights, scope=1, attrs=["cn", "rightsGuid", "validAccesses"]):
            if "rightsGuid" not in m or "validAccesses" not in m:
                continue
            guid = str(m["rightsGuid"][0]).lower()
            self.rights.append((str(m["cn"]), guid))
            if int(str(m["validAccesses"][0])) == 0x30:
                self.sets.append(guid)

    def write(self, out):
        for _, name, guid, held_by, kind in self.attributes.values():
            out.write("attribute %s %s %s %s\n" % (name, guid, held_by, kind))
        for _, name, guid in self.classes.values():
            out.write("class %s %s\n" % (name, guid))
        for name, guid in self.rights:
            out.write("right %s %s\n" % (name.replace(" ", "_"), guid))


class Account:
    def __init__(self, admin, name, password):
        base = str(admin.domain_dn())
        entry = admin.search(base, expression="(sAMAccountName=%s)" % ldb.binary_encode(name), attrs=["objectSid"])[0]
        token = admin.search(entry.dn, scope=0, attrs=["tokenGroups"])[0]
        self.name = name
        self.sid = sid_text(entry["objectSid"][0])
        self.groups = {sid_text(v) for v in token.get("tokenGroups", [])}
        # tokenGroups does not know of groups that hold Everyone or Authenticated Users.
        for sid in WELL_KNOWN:
            chain = "(member:1.2.840.113556.1.4.1941:=CN=%s,CN=ForeignSecurityPrincipals,%s)" % (sid, base)
            self.groups |= {sid_text(m["objectSid"][0]) for m in admin.search(base, expression=chain, attrs=["objectSid"])}
        self.db = connect(name, password)


class RandomObjects:
    """Objects whose descriptors follow no custom: any order, any type, allow and deny mixed.

    Left out is what Samba decides otherwise than Windows: OWNER RIGHTS (S-1-3-4), which it does not know; This
    Organization (S-1-5-15), which its tokens do not hold; and control access in allow ACEs of the object
    type, which it takes for everything that is asked of that type. Unit tests look at these."""

    # Users and computers cost the domain controller most.
    CLASSES = ["contact", "container", "organizationalUnit"] * 3 + ["group"] * 2 + ["user", "computer"]
    PLAIN = "CC DC LC SW RP WP DT LO CR SD RC WD WO GA GR GW GX".split()
    TYPED = "CC DC SW RP WP CR".split()
    FLAGS = ["", "", "", "", "CI", "OICI", "CIIO", "CINP", "OIIO", "IO", "OI"]

    def __init__(self, admin, schema, accounts, keeper, dn, seed):
        self.keeper, self.dn = keeper, dn
        self.random = random.Random(seed)
        self.admin, self.schema = admin, schema
        sids = [a.sid for a in accounts] + sorted(set().union(*[a.groups for a in accounts]))
        self.trustees = sids + ["S-1-1-0", "S-1-5-11", "S-1-5-2", "S-1-5-10", "S-1-3-0", "S-1-5-7", "S-1-5-21-9-9-9-1234"]
        # Half of the entries are for the accounts themselves and for everybody, so that they meet.
        self.frequent = [a.sid for a in accounts] + ["S-1-1-0", "S-1-5-11", "S-1-5-10"]
        self.owners = sids + ["S-1-5-18"]

    def guid(self, class_name):
        pick = self.random.random()
        if pick < 0.35:
            return self.random.choice(self.schema.sets)
        if pick < 0.60:
            return self.random.choice([a[2] for a in self.schema.attributes.values() if a[4] != "fixed"])
        if pick < 0.75:
            return self.schema.classes[class_name.lower()][2]
        if pick < 0.90:
            return self.random.choice([c[2] for c in self.schema.classes.values()])
        return self.random.choice(self.schema.rights)[1]

    def ace(self, class_name):
        rnd = self.random
        deny = rnd.random() < 0.4
        typed = rnd.random() < 0.6
        letters = self.TYPED if typed and rnd.random() < 0.8 else self.PLAIN
        if typed and not deny:
            letters = [x for x in letters if x not in ("CR", "GA")]
        mask = "".join(sorted(set(rnd.choices(letters, k=rnd.randint(1, 4)))))
        first = self.guid(class_name) if typed and rnd.random() < 0.9 else ""
        second = self.random.choice([c[2] for c in self.schema.classes.values()]) if typed and rnd.random() < 0.2 else ""
        sid = rnd.choice(self.frequent if rnd.random() < 0.5 else self.trustees)
        kind = ("O" if typed else "") + ("D" if deny else "A")
        return "(%s;%s;%s;%s;%s;%s)" % (kind, rnd.choice(self.FLAGS), mask, first, second, sid)

    def descriptor(self, class_name):
        rnd = self.random
        # Whoever cleans up must be able to.
        aces = ["(A;;GA;;;%s)" % self.keeper, "(A;;LCRP;;;S-1-1-0)"] + [self.ace(class_name) for _ in range(rnd.randint(0, 14))]
        return "O:%sG:S-1-5-32-544D:%s%s" % (rnd.choice(self.owners), rnd.choice(["", "P"]), "".join(aces))

    def make(self, count):
        domain = security.dom_sid(self.admin.get_domain_sid())
        for i in range(count):
            name = self.random.choice(self.CLASSES)
            rdn = "OU" if name == "organizationalUnit" else "CN"
            entry = {"dn": "%s=r%04d,%s" % (rdn, i, self.dn), "objectClass": name}
            entry["nTSecurityDescriptor"] = ndr_pack(security.descriptor.from_sddl(self.descriptor(name), domain))
            if name in ("user", "computer", "group"):
                entry["sAMAccountName"] = "r%s-%04d%s" % (uuid.uuid4().hex[:8], i, "$" if name == "computer" else "")
            self.admin.add(entry)


def make_accounts(admin, dn, seed):
    """Three ordinary users, each in one group more than the one before, groups within groups."""
    names, inner = [], None
    for i in range(3):
        name = "rights%d-%s" % (i, hash_of(seed))
        admin.add({"dn": "CN=%s,%s" % (name, dn), "objectClass": "user", "sAMAccountName": name,
                   "unicodePwd": ('"%s"' % PASSWORD).encode("utf-16-le"), "userAccountControl": "512"})
        group = "CN=group %s,%s" % (name, dn)
        members = ["CN=%s,%s" % (name, dn)] + ([inner] if inner else [])
        # From the inside out: global, universal, domain local.
        kind = str(-2147483648 + (2, 8, 4)[i])
        admin.add({"dn": group, "objectClass": "group", "sAMAccountName": "g" + name, "groupType": kind, "member": members})
        names.append(name)
        inner = group
    return names


def hash_of(seed):
    return uuid.uuid5(uuid.NAMESPACE_OID, str(seed)).hex[:8]


def numbers(entry, attribute, table):
    known = [table[str(v).lower()][0] for v in entry.get(attribute, []) if str(v).lower() in table]
    return ",".join(str(n) for n in sorted(set(known))) or "-"


def write_objects(out, admin, schema):
    """Returns where each object stands."""
    places = {}
    wanted = ["nTSecurityDescriptor", "objectClass", "objectSid"]
    for m in admin.search(str(admin.domain_dn()), scope=2, attrs=wanted, controls=["sd_flags:1:7"]):
        if "nTSecurityDescriptor" not in m:
            continue
        places[str(m.dn).lower()] = len(places)
        sid = sid_text(m["objectSid"][0]) if "objectSid" in m else "-"
        number = schema.classes[str(m["objectClass"][-1]).lower()][0]
        out.write("object %d %s %s %s\n" % (number, sid, bytes(m["nTSecurityDescriptor"][0]).hex(), base64.b64encode(str(m.dn).encode()).decode()))
    return places


def write_answers(out, account, number, base, places, schema):
    wanted = ["sDRightsEffective", "allowedAttributes", "allowedAttributesEffective", "allowedChildClasses", "allowedChildClassesEffective"]
    count = 0
    for m in account.db.search(base, scope=2, attrs=wanted):
        place = places.get(str(m.dn).lower())
        if place is None or "sDRightsEffective" not in m:
            continue
        out.write("answer %d %d %s %s %s %s %s\n" % (
            number, place, m["sDRightsEffective"][0],
            numbers(m, "allowedAttributes", schema.attributes), numbers(m, "allowedAttributesEffective", schema.attributes),
            numbers(m, "allowedChildClasses", schema.classes), numbers(m, "allowedChildClassesEffective", schema.classes)))
        count += 1
    print("%-20s sees %d objects" % (account.name, count))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    seed = sys.argv[2] if len(sys.argv) > 2 else str(int(time.time()))
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 500
    print("seed %s" % seed)
    started = time.monotonic()
    admin = connect(ADMIN, ADMIN_PASSWORD)
    schema = Schema(admin)
    dn = "OU=random rights %s,%s" % (hash_of(seed), admin.domain_dn())
    admin.add({"dn": dn, "objectClass": "organizationalUnit"})
    with open(sys.argv[1], "w", encoding="ascii") as out:
        try:
            names = ACCOUNTS + make_accounts(admin, dn, seed)
            accounts = [Account(admin, name, PASSWORD) for name in names]
            keeper = sid_text(admin.search("", scope=0, attrs=["tokenGroups"])[0]["tokenGroups"][0])
            RandomObjects(admin, schema, accounts, keeper, dn, seed).make(count)
            print("%d random descriptors written after %.1f s" % (count, time.monotonic() - started))
            schema.write(out)
            for a in accounts:
                out.write("account %s %s %s\n" % (a.name, a.sid, ",".join(sorted(a.groups)) or "-"))
            places = write_objects(out, admin, schema)
            for number, a in enumerate(accounts):
                base = str(admin.domain_dn()) if a.name in ACCOUNTS else dn
                write_answers(out, a, number, base, places, schema)
        finally:
            admin.delete(dn, ["tree_delete:1"])
    print("%d objects, %.1f s" % (len(places), time.monotonic() - started))


main()
