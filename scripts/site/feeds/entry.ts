import { dateToRfc3339 } from '@11ty/eleventy-plugin-rss';
import { firstDay } from '../../model/date.ts';
import type { Link } from '../views/link.ts';

/** A news article, as the collection of them has it. */
export interface FeedArticle {
  readonly url: string;
  readonly date: Date;
  readonly data: { readonly title: string; readonly description: string };
}

/** One entry of a feed, whole: nobody has to follow the link to read what happened. */
export interface FeedEntry {
  /** Permanent; the same in every feed that has it. */
  readonly id: string;
  readonly title: string;
  /** Full address of the page that shows it. */
  readonly address: string;
  /** RFC 3339, from the data. */
  readonly updated: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
  /** A text of an editor. */
  readonly markdown: string | null;
  /** A whole article of a writer. */
  readonly article: FeedArticle | null;
  readonly links: readonly Link[];
}

/** A feed with its entries, newest first. */
export interface Feed {
  readonly title: string;
  readonly subtitle: string;
  /** Its own full address, which is also its id. */
  readonly address: string;
  /** The page that it belongs to. */
  readonly page: string;
  readonly updated: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly entries: readonly FeedEntry[];
}

/** An EDTF date as a moment: the first second of its first day, in UTC. The clock has no part in it. */
export function momentOf(date: string): string {
  return dateToRfc3339(new Date(`${firstDay(date)}T00:00:00Z`));
}

/** What XML has no place for; no reader could open the feed with it. */
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function clean(text: string): string {
  return text.replace(NOT_XML, '\uFFFD');
}

type Stated = Pick<FeedEntry, 'id' | 'title' | 'address'> & Partial<FeedEntry> & { readonly date: string };

/** An entry, with what is left out empty. `date`: an EDTF date. */
export function feedEntry({ date, ...entry }: Stated): FeedEntry {
  return {
    markdown: null,
    article: null,
    items: [],
    links: [],
    ...entry,
    title: clean(entry.title),
    paragraphs: (entry.paragraphs ?? []).map(clean),
    updated: momentOf(date),
  };
}

function byTime(a: FeedEntry, b: FeedEntry): number {
  return a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Entries newest first, each once. */
export function newestFirst(entries: readonly FeedEntry[]): FeedEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()].sort(byTime);
}
