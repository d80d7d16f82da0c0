/** The part of Eleventy 3.1 that this project uses; the package has no types of its own. */
declare module '@11ty/eleventy' {
  export interface UserConfig {
    addPlugin<Options>(plugin: (config: UserConfig, options: Options) => void, options?: Options): void;
    addTransform(
      name: string,
      transform: (this: { readonly page: { readonly url: unknown } }, content: string) => string | Promise<string>,
    ): void;
    addGlobalData(name: string, value: unknown): void;
    readonly benchmarkManager: { get(group: string): { setMinimumThresholdMs(milliseconds: number): void } };
    addExtension(
      extension: string,
      options: { readonly compile: (text: string, inputPath: string) => (data: object) => Promise<string> },
    ): void;
    addFilter(name: string, filter: (value: string) => unknown): void;
    setNunjucksEnvironmentOptions(options: object): void;
    setLibrary(format: string, library: object): void;
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
