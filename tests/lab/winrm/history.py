# SPDX-License-Identifier: Apache-2.0
"""The run history of a described sync engine: the scheduler's cycles of the last days, what went wrong in some of them,
and runs that people started by hand. Everything follows from the description, so that every answer is the same."""
import datetime
import uuid

import describe

# Profile, connector, seconds it takes: the order of a cycle.
CYCLE = (('Delta Import', 'ad', 24), ('Delta Import', 'entra', 41), ('Delta Synchronization', 'ad', 19),
         ('Delta Synchronization', 'entra', 22), ('Export', 'entra', 14), ('Export', 'ad', 9))
SCHEDULER = r'NT SERVICE\ADSync'
GOOD = ('success', 'completed-no-objects')


class Run:
    def __init__(self, connector, profile, start, seconds, result='success', account=SCHEDULER, number=0):
        self.connector, self.profile, self.start = connector, profile, start
        self.end = start + datetime.timedelta(seconds=seconds)
        self.result, self.account, self.number = result, account, number
        self.complete, self.exported, self.failures, self.errors = True, None, 0, {}
        self.id = str(uuid.uuid5(uuid.NAMESPACE_DNS, '%s %s %s' % (connector.guid, profile, start.isoformat())))


class History:
    def __init__(self, engine):
        self.engine = engine
        self.h = engine.e.get('history') or {}
        runs = self.cycles() + [self.by_hand(entry) for entry in self.h.get('runs', ())]
        runs.sort(key=lambda run: run.start)
        for number, run in enumerate(runs):
            run.number = 10000 + number
        self.runs = runs[::-1]  # newest first
        for change in self.h.get('changes', ()):
            self.change(change)

    def cycles(self):
        """Those of `days`, each `interval`, the newest at the age that the scheduler's section says."""
        e, found = self.engine, []
        scheduler = e.e.get('scheduler') or {}
        interval = describe.age(scheduler.get('interval', '30m'))
        first = describe.age(scheduler.get('cycle', '7m'))
        exports = self.h.get('exports', not e.staging)
        at = first
        while at < describe.age(self.h.get('kept', '7d')):
            start = e.loaded - datetime.timedelta(seconds=at)
            for profile, kind, seconds in CYCLE:
                if profile != 'Export' or exports:
                    found.append(Run(e.connector(kind), profile, start, seconds))
                    start += datetime.timedelta(seconds=seconds + 1)
            at += interval
        return found

    def by_hand(self, entry):
        e = self.engine
        run = Run(e.connector(entry['connector']), entry['profile'], e.ago(entry['age']), entry.get('seconds', 120),
                  account=entry.get('account', SCHEDULER))
        self.describe(run, entry)
        return run

    def describe(self, run, entry):
        run.result = entry.get('result', run.result)
        run.exported = entry.get('exported', run.exported)
        run.failures = entry.get('failures', run.failures)
        run.errors = entry.get('errors', run.errors)
        run.complete = entry.get('complete', run.complete)

    def change(self, entry):
        """Changes the newest run of a profile, or the newest that is older than `age`; `times`: and those before it."""
        e = self.engine
        connector = e.connector(entry['connector'])
        before = e.ago(entry.get('age', 0))
        found = [run for run in self.runs if run.connector is connector and run.profile == entry['profile']
                 and run.start <= before][:entry.get('times', 1)]
        if not found:
            raise ValueError('%s: no such run: %s' % (e.i['name'], entry))
        for run in found:
            self.describe(run, entry)

    def records(self, days, most, short):
        """`short`: the script of a command line says less."""
        e = self.engine
        since = e.now() - datetime.timedelta(days=days)
        window = [run for run in self.runs if run.start >= since]
        shown, seen, failed, exports = window[:most], set(), 0, 0
        for run in shown:
            newest = (run.connector.guid, run.profile) not in seen
            seen.add((run.connector.guid, run.profile))
            yield [('Fact', 'run'), ('Id', run.id), ('Guid', run.connector.guid), ('Connector', run.connector.name),
                   ('Profile', run.profile), ('Number', run.number), ('Account', run.account), ('Complete', run.complete),
                   ('Result', run.result if run.complete else 'in-progress'), ('Start', e.time(run.start)),
                   ('End', e.time(run.end) if run.complete else None)]
            bad, export = run.result != 'success' or not run.complete, run.profile == 'Export' and not short
            failed, exports = failed + bad, exports + export
            if newest or bad and failed <= 100 or export and exports <= 50:
                yield from self.steps(run, short)
        yield [('Fact', 'history'), ('Runs', len(shown)), ('Oldest', e.time(shown[-1].start) if shown else None),
               ('Complete', len(shown) == len(window))]

    def steps(self, run, short):
        """A step for each partition; what happened, happened in the last."""
        e = self.engine
        count = len(run.connector.partitions) or 1
        length = (run.end - run.start) / count
        kind = run.profile.replace(' ', '')
        luck = describe.stable(run.id, 7)
        for ordinal in range(1, count + 1):
            last = ordinal == count
            start = run.start + length * (ordinal - 1)
            exported = run.exported or [luck // 4, luck, 0]
            if not last or kind != 'Export' or run.result not in GOOD and run.exported is None:
                exported = [0, 0, 0]
            errors = run.errors if last else {}
            for name, (number, oldest) in errors.items():
                yield [('Fact', 'error'), ('Id', run.id), ('Ordinal', ordinal), ('Type', name), ('Count', number)] + \
                    ([] if short else [('Oldest', e.when(oldest))])
            yield [('Fact', 'step'), ('Id', run.id), ('Ordinal', ordinal)] + ([] if short else [
                ('Type', kind), ('Staged', luck if 'Import' in kind and last else 0)]) + [
                   ('Result', (run.result if run.complete else 'in-progress') if last else 'success'), ('Start', e.time(start)),
                   ('End', e.time(start + length) if run.complete or not last else None),
                   ('StageFailures', 0), ('FlowFailures', 0),
                   ('Adds', exported[0]), ('Updates', exported[1]), ('Deletes', exported[2]),
                   ('ExportFailures', run.failures if last else 0), ('Errors', sum(number for number, _ in errors.values()))]
