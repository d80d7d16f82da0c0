import type { Place } from '../model/problem.ts';
import type { ReportContext } from './context.ts';
import type { Report } from '../compute/report.ts';

/** What a page type says of one of its pages. */
export interface PageFields {
  /** Relative to the base of the site, and permanent; ends in `/`, or is the name of a file. */
  readonly address: string;
  /** Address of the page above it. */
  readonly parent: string | null;
  /** Other values that its template and front matter need. */
  readonly [name: string]: unknown;
}

/**
 * One page of a page type, as its template sees it under the name `item`: whatever the page type says of it, and a
 * view. A class, since Eleventy passes instances on unchanged.
 */
export class PageItem {
  readonly address: string;
  readonly parent: string | null;
  /** Null: a page of the whole site. */
  readonly context: ReportContext | null;
  readonly #view: () => object;

  constructor(context: ReportContext | null, fields: PageFields, view: () => object) {
    Object.assign(this, fields);
    this.address = fields.address;
    this.parent = fields.parent;
    this.context = context;
    this.#view = view;
  }

  /**
   * Place in the data of its subject: the most specific thing that it names, or else the report. Null: not a page of a
   * report.
   */
  get place(): Place | null {
    const fields = this as unknown as {
      readonly [name: string]: { readonly at?: { readonly start: Place } } | undefined;
    };
    const about = ['ambition', 'theme', 'round', 'document', 'organisation', 'to', 'norm'];
    return about.map((name) => fields[name]?.at?.start).find((place) => place) ?? this.report?.start ?? null;
  }

  /** Its report, as in the data. */
  get report(): Report['data'] | null {
    return this.context?.report.data ?? null;
  }

  /** Everything that its template shows; computed on each access, so a template reads it once. */
  get view(): object {
    return this.#view();
  }
}
