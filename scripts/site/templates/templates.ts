import fs from 'node:fs';
import type { UserConfig } from '@11ty/eleventy';
import { compileTemplate } from './compile.ts';
import { COMMON_FILTERS, runtime, type Filters } from './runtime.ts';

/** All names that a template looks up. */
type Context = Record<string, unknown>;

/** Parts of a page that a template fills in for the one that it extends. */
type Blocks = Readonly<Record<string, (context: Context) => { readonly html: string }>>;

interface Compiled {
  /** Gives the page; also puts what the template defines into the context. */
  readonly run: (context: Context, blocks: Blocks) => string;
}

/** Templates of Nunjucks as plain functions, each compiled once. */
export class Templates {
  readonly #folder: string;
  readonly #filters: Filters;
  readonly #compiled = new Map<string, Compiled>();
  readonly #modules = new Map<string, Context>();

  /** `folder`: where what is extended, included and imported is found by name. */
  constructor(folder: string, filters: Filters) {
    this.#folder = folder;
    this.#filters = { ...COMMON_FILTERS, ...filters };
  }

  /** A template as a function of its data. Throws where it uses what our templates do not know. */
  compile(text: string, name: string): (data: object) => string {
    const { run } = this.#compile(text, name);
    return (data) => run({ ...data }, {});
  }

  #compile(text: string, name: string): Compiled {
    const body = `${compileTemplate(text, name, Object.keys(this.#filters))}\n//# sourceURL=sjabloon/${name}`;
    return new Function('rt', 'f', 'link', 'module', body)(
      runtime,
      this.#filters,
      this.#link,
      this.#module,
    ) as Compiled;
  }

  readonly #link = (name: string): Compiled => {
    const known = this.#compiled.get(name) ?? this.#compile(fs.readFileSync(`${this.#folder}/${name}`, 'utf8'), name);
    this.#compiled.set(name, known);
    return known;
  };

  /** What a template defines. Without a context it is always the same. */
  readonly #module = (name: string, context: Context | null): Context => {
    if (context) return this.#defined(name, { ...context });
    const known = this.#modules.get(name) ?? this.#defined(name, {});
    this.#modules.set(name, known);
    return known;
  };

  #defined(name: string, context: Context): Context {
    this.#link(name).run(context, {});
    return context;
  }
}

/** Eleventy plugin: these templates take the place of Nunjucks' own. */
export function compiledTemplates(config: UserConfig, templates: Templates): void {
  config.addExtension('njk', {
    compile: (text, inputPath) => {
      const render = templates.compile(text, inputPath);
      return (data) => Promise.resolve(render(data));
    },
  });
}
