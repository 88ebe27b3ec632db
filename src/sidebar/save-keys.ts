/**
 * For a form: Ctrl+Enter (⌘ Enter) saves from any field; Enter alone does nothing in a one-line field,
 * since a form half filled is easily sent by it.
 */
export function onSaveKeys(save: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      save();
    } else if (event.target instanceof HTMLInputElement) {
      event.preventDefault();
    }
  };
}
