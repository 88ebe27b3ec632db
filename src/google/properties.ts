/** The document's properties, all read in one call; what is set is kept at once. */
export function openMemory(): {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  setAll(values: Readonly<Record<string, string>>): void;
} {
  const properties = PropertiesService.getDocumentProperties();
  const values: Record<string, string> = { ...properties.getProperties() };
  return {
    get: (key) => values[key],
    setAll: (changed) => {
      properties.setProperties({ ...changed });
      Object.assign(values, changed);
    },
    set: (key, value) => {
      properties.setProperty(key, value);
      values[key] = value;
    },
  };
}
