import { test } from 'uvu';
import * as assert from 'uvu/assert';
import fc from 'fast-check';
import { applicable, known, type StatusCounts, unknown } from '../../scripts/compute/cells.ts';
import { compare } from '../../scripts/model/fraction.ts';
import type { Report } from '../../scripts/compute/report.ts';
import { scopeKey } from '../../scripts/compute/figures.ts';
import { STATUSES } from '../../scripts/model/round.ts';
import { downloadsOf } from '../../scripts/site/downloads/downloads.ts';
import { reports } from '../support/generated.ts';
import { type NormSpec, type ReportSpec, treeOf } from '../support/norms.ts';
import { recompute } from '../support/recompute.ts';
import { folderOf, reportOf } from '../support/tree.ts';

// Failures are not shrunk: that takes minutes, because all parts of a report depend on each other.
const RUNS = { numRuns: 60, endOnFailure: true };
function figuresOf(report: Report) {
  return report.norms.flatMap(({ norm, rounds }) =>
    rounds.flatMap(({ round, figures }) =>
      figures.map((set) => ({ key: `${norm.version} ${round.id} ${scopeKey(set.scope)}`, ...set })),
    ),
  );
}

/** The same report with every row changed. */
function withRows(spec: ReportSpec, change: (row: unknown) => unknown): ReportSpec {
  return {
    ...spec,
    norms: spec.norms.map(({ fields, rounds }): NormSpec => ({
      fields,
      rounds: Object.fromEntries(
        Object.entries(rounds).map(([id, round]) => [
          id,
          {
            ...round,
            results: Object.fromEntries(
              Object.entries(round.results).map(([organisation, rows]) => [
                organisation,
                Object.fromEntries(Object.entries(rows).map(([point, row]) => [point, change(row)])),
              ]),
            ),
          },
        ]),
      ),
    })),
  };
}

function isUnknown(row: unknown): boolean {
  return row === 'niet beoordeeld' || row === 'niet openbaar';
}

test('Bounds enclose the percentage of every way in which the unknown results can turn out', () => {
  const outcomes = fc.infiniteStream(fc.constantFrom('behaald', 'deels behaald', 'niet behaald'));
  fc.assert(
    fc.property(reports(), outcomes, (spec, stream) => {
      const before = new Map(figuresOf(reportOf(treeOf(spec))).map((set) => [set.key, set]));
      for (const outcome of [() => 'behaald', () => 'niet behaald', () => stream.next().value as string]) {
        for (const { key, percentage } of figuresOf(
          reportOf(treeOf(withRows(spec, (row) => (isUnknown(row) ? outcome() : row)))),
        )) {
          const { lower, upper } = before.get(key)!;
          assert.is(percentage === null, lower === null, key);
          if (percentage && lower && upper)
            assert.ok(compare(lower, percentage) <= 0 && compare(percentage, upper) <= 0, key);
        }
      }
    }),
    RUNS,
  );
});

test('Bounds are reached: the lower when nothing unknown is achieved, the upper when all is', () => {
  fc.assert(
    fc.property(reports(), (spec) => {
      const before = figuresOf(reportOf(treeOf(spec)));
      for (const [bound, outcome] of [
        ['lower', 'niet behaald'],
        ['upper', 'behaald'],
      ] as const) {
        const after = figuresOf(reportOf(treeOf(withRows(spec, (row) => (isUnknown(row) ? outcome : row)))));
        assert.equal(
          after.map(({ percentage }) => percentage),
          before.map((set) => set[bound]),
        );
      }
    }),
    RUNS,
  );
});

test('Where nothing is unknown the percentage is both bounds, and else there is none', () => {
  fc.assert(
    fc.property(reports(), (spec) => {
      for (const { key, counts, percentage, lower, upper, coverage } of figuresOf(reportOf(treeOf(spec)))) {
        const sure = unknown(counts!) === 0;
        if (sure) assert.equal([percentage, percentage], [lower, upper], key);
        else assert.is(percentage, null, key);
        assert.is(coverage === null, applicable(counts!) === 0, key);
      }
    }),
    RUNS,
  );
});

function sum(counts: readonly StatusCounts[]): StatusCounts {
  return Object.fromEntries(
    STATUSES.map((status) => [status, counts.reduce((total, each) => total + each[status], 0)]),
  ) as StatusCounts;
}

test('Themes, organisations and points each add up to the total, and themes by organisation to both', () => {
  fc.assert(
    fc.property(reports(), (spec) => {
      for (const { rounds } of reportOf(treeOf(spec)).norms)
        for (const { figures, cells } of rounds) {
          function counts(kind: string, of = '') {
            return sum(
              figures
                .filter(({ scope }) => scope.kind === kind && Object.values(scope).join(' ').includes(of))
                .map((set) => set.counts!),
            );
          }
          const total = counts('total');
          assert.is(known(total) + unknown(total) + total['not-applicable'], cells.length);
          for (const kind of ['theme', 'organisation', 'theme-organisation', 'ambition'])
            assert.equal(counts(kind), total, kind);
          for (const theme of ['beleid', 'mensen', 'middelen'])
            assert.equal(counts('theme-organisation', theme), counts('theme', theme), theme);
        }
    }),
    RUNS,
  );
});

test('A point that is not applicable for anyone changes no percentage', () => {
  const extra = { id: 'extra', titel: 'Punt', thema: 'beleid' };
  fc.assert(
    fc.property(reports(), (spec) => {
      const plain = spec.norms[0]!;
      const ids = (plain.fields.deelnemers as { organisatie: string; vanaf?: string; tot?: string }[])
        .filter(({ vanaf, tot }) => !vanaf && !tot)
        .map(({ organisatie }) => organisatie);
      const more: NormSpec = {
        fields: {
          ...plain.fields,
          ambitiepunten: [
            ...(plain.fields.ambitiepunten as object[]),
            { ...extra, geldt_voor: ids.length > 0 ? ids : ['overig'] },
          ],
        },
        rounds: Object.fromEntries(
          Object.entries(plain.rounds).map(([id, round]) => [
            id,
            {
              ...round,
              results: {
                ...round.results,
                ...Object.fromEntries(
                  ids.map((organisation) => [
                    organisation,
                    { ...round.results[organisation], extra: { status: 'niet van toepassing', reden: 'Proef.' } },
                  ]),
                ),
              },
            },
          ]),
        ),
      };
      const after = new Map(figuresOf(reportOf(treeOf({ ...spec, norms: [more] }))).map((set) => [set.key, set]));
      for (const { key, percentage, lower, upper, coverage } of figuresOf(
        reportOf(treeOf({ ...spec, norms: [plain] })),
      )) {
        const set = after.get(key)!;
        assert.equal([set.percentage, set.lower, set.upper, set.coverage], [percentage, lower, upper, coverage], key);
      }
    }),
    RUNS,
  );
});

test('The order of files changes nothing', () => {
  fc.assert(
    fc.property(
      reports().chain((spec) => {
        const folder = folderOf(treeOf(spec));
        return fc.record({
          folder: fc.constant(folder),
          files: fc.shuffledSubarray([...folder.files], { minLength: folder.files.length }),
        });
      }),
      ({ folder, files }) => {
        assert.ok(
          JSON.stringify(downloadsOf(reportOf({}, { ...folder, files }))) ===
            JSON.stringify(downloadsOf(reportOf({}, folder))),
        );
      },
    ),
    RUNS,
  );
});

for (const complete of [true, false]) {
  const what = complete ? 'complete norms' : 'norms that are not complete';

  test(`In ${what}, what went forward, backward and stayed are all points of a change`, () => {
    fc.assert(
      fc.property(reports({ complete }), (spec) => {
        for (const { changes } of reportOf(treeOf(spec)).norms)
          for (const { scopes, cells } of changes) {
            assert.is(scopes[0]!.points, cells.length);
            for (const { points, forward, backward, equal, difference } of scopes) {
              assert.is(forward + backward + equal, points);
              assert.is(difference === null, points === 0 || !complete);
            }
            for (const kind of ['theme', 'organisation'])
              assert.is(
                scopes.filter(({ scope }) => scope.kind === kind).reduce((all, { points }) => all + points, 0),
                cells.length,
              );
          }
      }),
      RUNS,
    );
  });

  test(`In ${what}, what is compared and what is left out are all pairs × organisations`, () => {
    fc.assert(
      fc.property(reports({ complete }), (spec) => {
        const [comparison] = reportOf(treeOf(spec)).comparisons;
        const involved = new Set(
          spec.norms.flatMap(({ fields }) =>
            (fields.deelnemers as { organisatie: string }[]).map(({ organisatie }) => organisatie),
          ),
        ).size;
        for (const { scope, cells, leftOut, added, notComparable } of comparison!.rows) {
          const pairs = comparison!.pairs.filter(({ to }) => scope.kind !== 'theme' || to.theme === scope.theme).length;
          if (leftOut)
            assert.is(
              cells! + leftOut.oneNorm + leftOut.notApplicable + leftOut.notKnown,
              pairs * (scope.kind === 'organisation' ? 1 : involved),
            );
          if (scope.kind === 'total' && complete)
            assert.is(pairs + added! + notComparable!, comparison!.to.ambitions.length);
        }
      }),
      RUNS,
    );
  });

  test(`In ${what}, who recomputes the published files finds what they say`, async () => {
    await fc.assert(
      fc.asyncProperty(reports({ complete }), async (spec) => {
        const files = new Map(downloadsOf(reportOf(treeOf(spec))).map(({ path, content }) => [path, content]));
        const { checked, differences } = await recompute((name) => Promise.resolve(files.get(`data/${name}`)!));
        assert.equal(differences, []);
        assert.ok(checked > 0);
      }),
      RUNS,
    );
  });

  test(`In ${what}, no percentage is below 0 or above 100`, () => {
    fc.assert(
      fc.property(reports({ complete }), (spec) => {
        for (const { key, percentage, lower, upper, coverage } of figuresOf(reportOf(treeOf(spec))))
          for (const value of [percentage, lower, upper, coverage]) {
            if (value) assert.ok(value.numerator >= 0n && value.numerator <= 100n * value.denominator, key);
          }
      }),
      RUNS,
    );
  });
}

test.run();
