import { error, type Problem } from '../../model/problem.ts';
import { nearest } from '../../model/suggestion.ts';
import { noVersion, quoted, VERSION } from '../fields.ts';
import type { ReadNorm } from '../read-file.ts';

/**
 * For `Array.sort`: compares versions number by number: 1.9, 1.10, 2, 2026. A missing number counts as 0. Source:
 * data-contract, "ordered number by number".
 */
export function byVersion(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [x, y] = [BigInt(left[index] ?? 0), BigInt(right[index] ?? 0)];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

const PATTERN = new RegExp(`^${VERSION}$`);

export function isVersion(text: string): boolean {
  return PATTERN.test(text);
}

/** As `byVersion`; NaN if either is not a version. */
function order(a: string, b: string): number {
  return isVersion(a) && isVersion(b) ? byVersion(a, b) : NaN;
}

/**
 * Checks the versions that norms state against the names of their folders, against each other, and against those that
 * they replace.
 */
export function resolveVersions(norms: readonly ReadNorm[]): Problem[] {
  return [
    ...norms.flatMap((norm) => ownVersion(norm, norms)),
    ...sameVersions(norms),
    ...norms.flatMap((norm) => replaced(norm, norms)),
  ];
}

/** Reports a version that differs from the name of its folder. */
function ownVersion(norm: ReadNorm, norms: readonly ReadNorm[]): Problem[] {
  const { file, name } = norm;
  const stated = file.names.find(({ space }) => space === 'version')?.name ?? null;
  if (stated === null || stated === name) return [];
  const isFree = isVersion(stated) && norms.every((each) => each === norm || each.name !== stated);
  if (!norm.isVersion) {
    if (isFree) norm.version = stated;
    else if (!isVersion(stated)) file.doubts.add(['versie']);
    return [];
  }
  // `sameVersions` reports folders with equal versions.
  if (norms.some((each) => each !== norm && each.name === stated && order(stated, name) === 0)) return [];
  const place = file.placeOf(['versie']);
  if (isFree && norms.some((each) => each.file.value.opvolger_van === stated)) {
    norm.version = stated;
    return [
      error(
        place,
        `hier staat "${stated}", maar de map heet "${name}"; ook een andere norm noemt "${stated}", dus geef de map die naam`,
      ),
    ];
  }
  return [
    error(
      place,
      isVersion(stated)
        ? `hier staat "${stated}", maar de map heet "${name}"; maak ze gelijk`
        : `${quoted(stated)} is geen versie; bedoelde u "${name}", de naam van de map?`,
    ),
  ];
}

/** Reports versions that are equal number by number, which have no order; at the folder that sorts later. */
function sameVersions(norms: readonly ReadNorm[]): Problem[] {
  const named = norms.filter((norm) => norm.isVersion).toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
  return named.flatMap((norm, index) => {
    const same = named.slice(0, index).find((each) => order(each.name, norm.name) === 0);
    if (!same) return [];
    norm.file.doubts.add(['versie']);
    return [
      error(
        { file: norm.folder, offset: 0 },
        `versie "${norm.name}" is dezelfde als "${same.name}"; geef deze map, en de norm erin, een andere versie`,
      ),
    ];
  });
}

/** Finds the norm that this one replaces; reports one that does not exist or does not have a lower version. */
function replaced(norm: ReadNorm, norms: readonly ReadNorm[]): Problem[] {
  const use = norm.file.names.find(({ space }) => space === 'predecessor');
  if (!use || use.name === null) return [];
  const found = norms.find(({ version }) => version === use.name);
  const isDoubtful = norm.file.isDoubtful(['versie']) || found?.file.isDoubtful(['versie']);
  if (found && found !== norm && (isDoubtful || order(found.version, norm.version) < 0)) {
    norm.predecessor = found;
    return [];
  }
  // A folder whose name is not a version may be the one that was meant.
  const others = norms.filter((each) => each !== norm);
  if (!found && others.some((each) => !each.isVersion && each.version === each.name)) {
    norm.file.doubts.add(use.path);
    return [];
  }
  const lower = others.filter((each) => order(each.version, norm.version) < 0);
  const meant = found ? undefined : lower.find(({ version }) => version === nearestVersion(use.name!, lower));
  if (meant) {
    norm.predecessor = meant;
    norm.file.set(use.path, meant.version);
  } else norm.file.doubts.add(use.path);
  return [error(norm.file.placeOf(use.path), replacedMessage(norm, use.name, { found, meant, lower }))];
}

/** The version that was meant: one that is equal number by number, or else one that looks similar. */
function nearestVersion(name: string, lower: readonly ReadNorm[]): string | null {
  const versions = lower.map(({ version }) => version);
  const equal = versions.find((version) => order(version, name) === 0);
  return equal ?? nearest(name, versions) ?? (versions.length === 1 && !isVersion(name) ? versions[0]! : null);
}

function replacedMessage(
  { version }: ReadNorm,
  name: string,
  known: {
    readonly found: ReadNorm | undefined;
    readonly meant: ReadNorm | undefined;
    readonly lower: readonly ReadNorm[];
  },
): string {
  const { found, meant, lower } = known;
  if (meant) return `onbekende norm "${name}"; bedoelde u "${meant.version}"?`;
  const [only, ...more] = lower;
  const example = only && more.length === 0 ? `, zoals "${only.version}"` : '';
  if (found)
    return found.version === version
      ? `norm ${version} kan zichzelf niet opvolgen; noem een norm met een lagere versie${example}`
      : `norm ${version} kan norm ${name} niet opvolgen, want die heeft een hogere versie; noem een norm met een lagere${example}`;
  return isVersion(name)
    ? `onbekende norm "${name}"; pas de versie aan, of maak de map van die norm onder "normen"`
    : `${quoted(name)} is ${noVersion}`;
}
