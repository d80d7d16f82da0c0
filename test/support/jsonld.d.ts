/** The part of jsonld that the tests use; the package has no types. */
declare module 'jsonld' {
  const jsonld: {
    flatten(
      document: object,
      context: undefined,
      options: { readonly documentLoader: (url: string) => Promise<object> },
    ): Promise<unknown>;
  };
  export default jsonld;
}
