import { amount } from '../../format/count.ts';
import type { ReportContext } from '../context.ts';
import { tablesOf } from '../downloads/downloads.ts';
import { link } from './link.ts';

/** The published files of a report, with their columns as they are published. */
export const dataView = (context: ReportContext) => {
  const { data } = context.report;
  const file = (name: string): string => `${context.to.data}${name}`;
  return {
    title: data.title,
    fictional: data.fictional,
    method: context.to.method,
    recalculate: context.to.recalculate,
    tables: tablesOf(context.report).map(({ name, columns, rows }) => ({
      name,
      columns,
      file: `${name}.csv`,
      href: file(`${name}.csv`),
      size: amount(rows.length, 'regel', 'regels'),
    })),
    json: link('rapport.json', file('rapport.json')),
    schema: link('rapport.schema.json', file('rapport.schema.json')),
  };
};
