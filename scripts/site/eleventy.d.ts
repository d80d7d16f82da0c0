/** The part of Eleventy 3.1 that this project uses; the package has no types of its own. */
declare module '@11ty/eleventy' {
  /** Payload of the events before and after a build. */
  export interface BuildEvent {
    readonly outputMode: 'fs' | 'json' | 'ndjson';
    readonly directories: { readonly output: string };
    /** After a build: what the templates wrote. */
    readonly results: readonly Written[];
  }
  export interface CollectionItem {
    readonly url: string;
    readonly inputPath: string;
    /** In a template that paginates. */
    readonly pageNumber?: number;
    readonly data: object;
    /** Not in Eleventy's documentation, which does say that people rely on it. */
    readonly template: { setRenderableOverride(isRendered: boolean): void };
  }
  export interface CollectionApi {
    getAll(): CollectionItem[];
  }
  /** Nunjucks, as Eleventy passes it on. */
  export interface Nunjucks {
    readonly lib: { readonly TemplateError: { prototype: { skipOriginalStack?: boolean } } };
    readonly FileSystemLoader: new (folder: string) => object;
  }
  export interface UserConfig {
    /** Relative to the working directory. */
    readonly directories: { readonly input: string; readonly includes: string };
    addPlugin<Options>(
      plugin: (config: UserConfig, options: Options) => void | Promise<void>,
      options?: Options,
    ): void | Promise<void>;
    /** `path`: relative to the input folder. Its data override front matter. */
    addTemplate(path: string, content: string, data: object): void;
    addCollection(name: string, collect: (api: CollectionApi) => unknown): void;
    addTransform(
      name: string,
      transform: (this: { readonly page: { readonly url: unknown } }, content: string) => string | Promise<string>,
    ): void;
    addGlobalData(name: string, value: unknown): void;
    addFilter<This, Value>(name: string, filter: (this: This, value: Value) => unknown): void;
    addWatchTarget(folder: string, options: { readonly resetConfig: boolean }): void;
    on(event: 'eleventy.before' | 'eleventy.after', handle: (event: BuildEvent) => void | Promise<void>): void;
    on(
      event: 'eleventy.engine.njk',
      handle: (engine: { readonly nunjucks: Nunjucks; readonly environment: { readonly loaders: object[] } }) => void,
    ): void;
    on(event: 'eleventy.contentMap' | 'eleventy.reset', handle: () => void | Promise<void>): void;
    readonly benchmarkManager: { get(group: string): { setMinimumThresholdMs(milliseconds: number): void } };
    setNunjucksEnvironmentOptions(options: object): void;
    setLibrary(format: string, library: object): void;
    setUseTemplateCache(isUsed: boolean): void;
    /** Our own: the program of the command that runs Eleventy, for .eleventy.js. */
    normrapport?: object;
  }
  export interface Written {
    readonly inputPath: string;
    readonly outputPath: string | false;
    readonly url: string | false;
    readonly content: string;
  }
  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        readonly configPath: string;
        readonly pathPrefix?: string;
        readonly quietMode: boolean;
        readonly config: (config: UserConfig) => void;
      },
    );
    disableLogger(): void;
    /** Copied files, then written templates. */
    write(): Promise<[unknown, Written[]]>;
    /** The same templates, without writing them. */
    toJSON(): Promise<Written[]>;
  }
}

/** The part of the plugin that this project uses. */
declare module '@11ty/eleventy-plugin-rss' {
  /** `2025-03-03T00:00:00Z` */
  export const dateToRfc3339: (date: Date) => string;
}
