import fs from 'node:fs';
import path from 'node:path';
import { inProject } from '../io/project.ts';
import { parseYaml } from '../io/yaml.ts';
import type { SourceNode } from '../model/tree.ts';

/** A news article, as content/nieuws/ has it. */
export interface Article {
  /** Its file's name; part of its address. */
  readonly id: string;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly summary: string;
  /** Markdown. */
  readonly body: string;
}

const FOLDER = inProject('content/nieuws');

const HEAD = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;

function fieldOf(tree: SourceNode | null, field: string, file: string): string {
  const value = tree?.kind === 'mapping' ? tree.entries.find(({ key }) => key === field)?.value : undefined;
  if (value?.kind !== 'scalar' || typeof value.value !== 'string' || value.value.trim() === '') {
    throw new Error(`${file}: bovenaan ontbreekt "${field}", of het is geen tekst tussen aanhalingstekens`);
  }
  return value.value;
}

function articleOf(name: string): Article {
  const file = `content/nieuws/${name}`;
  const text = fs.readFileSync(path.join(FOLDER, name), 'utf8');
  const head = HEAD.exec(text);
  const tree = head ? parseYaml(head[1]!, file).tree : null;
  const date = fieldOf(tree, 'datum', file);
  if (!/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(date))
    throw new Error(`${file}: "${date}" is geen dag; schrijf "2026-11-23"`);
  return {
    id: name.replace(/\.md$/, ''),
    title: fieldOf(tree, 'titel', file),
    date,
    summary: fieldOf(tree, 'samenvatting', file),
    body: text.slice(head![0].length),
  };
}

/** All articles, newest first. Throws where one does not say what it is. */
export function readNews(): Article[] {
  return fs
    .readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map(articleOf)
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}
