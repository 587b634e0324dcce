/** What the stand-in lacks throws by its name, so that a test never passes on something that did nothing. */
export function unsupported<T extends object>(name: string, has: T): T {
  return new Proxy(has, {
    get(target, key) {
      // A promise's and JSON's own questions are no use of the API.
      if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON') return Reflect.get(target, key);
      return () => {
        throw new Error(`stand-in: ${name}.${key} is not supported`);
      };
    },
  });
}
