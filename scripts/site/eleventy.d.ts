/** The part of Eleventy 3.1 that this project uses; the package has no types of its own. */
declare module '@11ty/eleventy' {
  export interface UserConfig {
    addPlugin<Options>(plugin: (config: UserConfig, options: Options) => void, options?: Options): void;
    addGlobalData(name: string, value: unknown): void;
    addFilter(name: string, filter: (...args: never[]) => unknown): void;
    setLibrary(format: string, library: object): void;
  }
  export interface Written {
    readonly inputPath: string;
    readonly outputPath: string | false;
    readonly url: string | false;
  }
  export default class Eleventy {
    constructor(input: string, output: string, options: {
      readonly configPath: string;
      readonly quietMode: boolean;
      readonly config: (config: UserConfig) => void;
    });
    disableLogger(): void;
    /** Copied files, then written templates. */
    write(): Promise<[unknown, Written[]]>;
  }
}
