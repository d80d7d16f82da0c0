import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Clone } from '../support/clone.ts';

const ROUND = 'data/voorbeeld/normen/2.0/metingen/2026-tussenmeting/resultaten';
const MINE = `${ROUND}/modelstad.yaml`;
const THEIRS = `${ROUND}/demowaard.yaml`;

function change(clone: Clone, file: string, point: string): void {
  const text = clone.read(file);
  const now = text.replace(new RegExp(`^  ${point}:.*\\n(?: {4}.*\\n)*`, 'm'), `  ${point}: niet beoordeeld\n`);
  assert.is.not(now, text);
  clone.write(file, now);
}

function changeMine(clone: Clone): void {
  change(clone, MINE, 'jongeren-weerbaar');
}

/** A colleague changes `main`, while the branch `mijn-werk` stays where it is. */
function moveMain(clone: Clone, point = 'jongeren-weerbaar'): void {
  clone.git('switch', '--quiet', 'main');
  change(clone, THEIRS, point);
  clone.commit('Werk van een collega');
  clone.git('switch', '--quiet', 'mijn-werk');
}

function branched(origin: Clone): Clone {
  const clone = origin.clonedWith();
  clone.git('switch', '--quiet', '--create', 'mijn-werk');
  return clone;
}

function said(clone: Clone, base: string): string {
  const { status, out, err } = clone.run('changes', '--base', base);
  assert.is(status, 0, err);
  return out;
}

const origin = new Clone();

test('what a colleague has added to main since is not shown as removed, whether my work is committed or not', () => {
  const clone = branched(origin);
  moveMain(clone);
  changeMine(clone);
  for (const step of ['open', 'committed']) {
    if (step === 'committed') clone.commit('Mijn werk');
    const text = said(clone, 'main');
    assert.match(text, /^- Modelstad, /m, step);
    assert.not.match(text, /^- Demowaard, /m, step);
    assert.match(text, /Vergeleken met main, zoals het was waar deze tak begon\./);
  }
});

test('main merged into the branch is not shown as mine', () => {
  const clone = branched(origin);
  changeMine(clone);
  clone.commit('Mijn werk');
  moveMain(clone);
  clone.git('merge', '--quiet', '--no-edit', 'main');
  const text = said(clone, 'main');
  assert.match(text, /^- Modelstad, /m);
  assert.not.match(text, /^- Demowaard, /m);
  assert.match(text, /Vergeleken met main\./);
});

test('changes on main after it was merged into the branch are not shown as mine, nor as removed', () => {
  const clone = branched(origin);
  changeMine(clone);
  clone.commit('Mijn werk');
  moveMain(clone);
  clone.git('merge', '--quiet', '--no-edit', 'main');
  moveMain(clone, 'boa-training');
  const text = said(clone, 'main');
  assert.match(text, /^- Modelstad, /m);
  assert.not.match(text, /^- Demowaard, /m);
});

test('the merge that a check is given is compared with its first parent, also when main moved after the request', () => {
  const clone = branched(origin);
  changeMine(clone);
  clone.commit('Mijn werk');
  moveMain(clone);
  clone.git('switch', '--quiet', '--detach', 'main');
  clone.git('merge', '--quiet', '--no-ff', '--no-edit', 'mijn-werk');
  const text = said(clone, 'HEAD^1');
  assert.match(text, /^- Modelstad, /m);
  assert.not.match(text, /^- Demowaard, /m);
  assert.match(text, /Vergeleken met commit [0-9a-f]{8}\./);
});

test('a branch that begins at main and changes nothing says so, wherever main is by now', () => {
  const clone = branched(origin);
  moveMain(clone);
  assert.match(said(clone, 'main'), /De gegevens zijn gelijk\./);
});

test('without a common ancestor the way out is explained', () => {
  const clone = branched(origin);
  clone.git('switch', '--quiet', '--orphan', 'los');
  clone.git('restore', '--source', 'main', '.');
  clone.commit('Los');
  const { status, err } = clone.run('changes', '--base', 'main');
  assert.is(status, 2);
  assert.match(err, /geen gemeenschappelijk begin; .*git fetch --unshallow/);
});

test.run();
