import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { locate, problemLine, type LocatedProblem } from '../../scripts/model/position.ts';
import { annotation, problemCount, progressLine, showProblems } from '../../scripts/cli/show.ts';
import { error, warning, type Problem } from '../../scripts/model/problem.ts';
import type { SourceFile } from '../../scripts/model/tree.ts';

function source(file: string, text: string): SourceFile {
  return { path: file, file, text, tree: null, problems: [] };
}
function located(severity: 'error' | 'warning', file: string, message = 'fout'): LocatedProblem {
  return {
    severity,
    file,
    message,
    line: 2,
    column: 3,
    place: { file, offset: 0 },
  };
}
function lines(problems: readonly Problem[], ...sources: SourceFile[]) {
  return locate(problems, sources).map(problemLine);
}

test('A problem is one line with path, line, column and sentence', () => {
  assert.equal(
    lines([error({ file: 'data/a.yaml', offset: 8 }, 'dit klopt niet')], source('data/a.yaml', 'a: b\nc: d\n')),
    ['data/a.yaml:2:4: dit klopt niet'],
  );
});

test('A warning is the same line with "let op:" before the sentence', () => {
  assert.equal(lines([warning({ file: 'a', offset: 0 }, 'dit kan beter')], source('a', '')), [
    'a:1:1: let op: dit kan beter',
  ]);
});

test('A place in a file that does not exist is 1:1', () => {
  assert.equal(lines([error({ file: 'weg.yaml', offset: 12 }, 'ontbreekt')]), ['weg.yaml:1:1: ontbreekt']);
});

test('Lines end in LF, CR LF or CR, and columns count UTF-16 units', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = `é🙂x${end}bc`;
    function at(offset: number) {
      return lines([error({ file: 'a', offset }, 'x')], source('a', text))[0];
    }
    assert.equal([at(3), at(text.length - 2), at(text.length - 1)], ['a:1:4: x', 'a:2:1: x', 'a:2:2: x']);
  }
});

test('Problems are in order of path, line and column, by number and not as text', () => {
  const text = 'a\n'.repeat(12);
  function at(file: string, offset: number) {
    return error({ file, offset }, 'x');
  }
  assert.equal(
    lines(
      [at('b', 0), at('a', 20), at('a', 4), at('a-b', 0), at('a', 5), at('A', 0)],
      ...['a', 'b', 'a-b', 'A'].map((file) => source(file, text)),
    ).map((line) => line.split(': ')[0]),
    ['A:1:1', 'a:3:1', 'a:3:2', 'a:11:1', 'a-b:1:1', 'b:1:1'],
  );
});

test('The same problem is reported once', () => {
  const problem = error({ file: 'a', offset: 0 }, 'x');
  assert.equal(lines([problem, { ...problem }, error({ file: 'a', offset: 0 }, 'y')], source('a', '')), [
    'a:1:1: x',
    'a:1:1: y',
  ]);
});

test('The last line counts problems and files, in singular and plural', () => {
  assert.is(problemCount([located('error', 'a')]), '1 fout in 1 bestand');
  assert.is(problemCount([located('error', 'a'), located('error', 'a')]), '2 fouten in 1 bestand');
  assert.is(problemCount([located('error', 'a'), located('error', 'b')]), '2 fouten in 2 bestanden');
  assert.is(problemCount([located('warning', 'a')]), '1 waarschuwing in 1 bestand');
  assert.is(
    problemCount([located('error', 'a'), located('error', 'b'), located('warning', 'b'), located('warning', 'c')]),
    '2 fouten en 2 waarschuwingen in 3 bestanden',
  );
});

test('An annotation says where a problem is, as GitHub wants it', () => {
  assert.is(annotation(located('error', 'data/a.yaml')), '::error file=data/a.yaml,line=2,col=3::fout');
  assert.is(annotation(located('warning', 'a')), '::warning file=a,line=2,col=3::fout');
});

test('An annotation escapes what GitHub would read as something else, and is one line', () => {
  assert.is(
    annotation(located('error', 'a,b:c%.yaml', '100% mis: a,b')),
    '::error file=a%2Cb%3Ac%25.yaml,line=2,col=3::100%25 mis: a,b',
  );
  assert.not.match(annotation(located('error', 'a', 'a\r\n::error::b')), /[\r\n]/);
});

function printed(problems: readonly LocatedProblem[], annotate: boolean) {
  const [out, err]: [string[], string[]] = [[], []];
  showProblems(problems, { out: (line) => out.push(line), err: (line) => err.push(line) }, annotate);
  return { out, err };
}

test('Problems go to standard error, their number last', () => {
  assert.equal(printed([located('error', 'a'), located('warning', 'b')], false), {
    out: [],
    err: ['a:2:3: fout', 'b:2:3: let op: fout', '1 fout en 1 waarschuwing in 2 bestanden'],
  });
});

test('A single problem is counted too', () => {
  assert.equal(printed([located('error', 'a')], false).err, ['a:2:3: fout', '1 fout in 1 bestand']);
});

test('Progress is one line that is overwritten, and only on a terminal', () => {
  function written(isTTY: boolean): string[] {
    const texts: string[] = [];
    const line = progressLine({ isTTY, write: (text) => texts.push(text) });
    line.show('lezen');
    line.clear();
    return texts;
  }
  assert.equal(written(true), ['\r\u001b[Klezen …', '\r\u001b[K']);
  assert.equal(written(false), []);
});

test('On GitHub each problem is annotated as well', () => {
  const { out, err } = printed([located('error', 'a'), located('error', 'b')], true);
  assert.equal([out.length, err.length], [2, 3]);
});

test('Without problems nothing is printed', () => {
  assert.equal(printed([], true), { out: [], err: [] });
});

test.run();
