/** What `read` gives, or else what stands in for it where there is no such file: another process may move it at any moment. */
export function ifThere<Value, Other>(read: () => Value, otherwise: Other): Value | Other {
  try {
    return read();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return otherwise;
    throw fault;
  }
}
