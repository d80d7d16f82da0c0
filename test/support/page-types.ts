import fs from 'node:fs';
import path from 'node:path';
import { loadReport } from '../../scripts/load.ts';
import { listPages } from '../../scripts/site/pages.ts';
import { contextOf } from './context.ts';

/** A page of the shipped site, standing for all of its kind in its report. */
export interface PageType {
  readonly kind: string;
  readonly address: string;
}

/** The largest page of every kind in every report, and of the site: what holds for it is likely to hold for the others. */
export function pageTypes(folder: string): PageType[] {
  const { report } = loadReport('data');
  if (!report) throw new Error('the shipped data does not build');
  const largest = new Map<string, PageType & { readonly size: number }>();
  for (const { kind, file, address, entry } of listPages(contextOf(report)).all) {
    if (!file.endsWith('.html')) continue;
    const key = `${kind} ${entry.report?.report.data.path ?? ''}`;
    const { size } = fs.statSync(path.join(folder, file));
    if (size > (largest.get(key)?.size ?? 0)) largest.set(key, { kind, address, size });
  }
  return [...largest.values()].map(({ kind, address }) => ({ kind, address }));
}

/** The page types of the registry, each with the files of its pages in the site of a data folder. */
export function pageTypesOf(data: string): { readonly type: string; readonly files: readonly string[] }[] {
  const { report } = loadReport(data);
  if (!report) throw new Error(`${data} does not build`);
  const { kinds, all } = listPages(contextOf(report));
  return [...new Set(kinds)].map((type) => ({
    type,
    files: all.filter(({ kind }) => kind === type).map(({ file }) => file.replace(/^\//, '')),
  }));
}
