/** A form whose state is the address: read on arrival, written on every change, both ways with the back button. */

/** Fills the form from the query of the address. Returns whether anything but the defaults is asked. */
export function fillForm(form: HTMLFormElement): boolean {
  const asked = new URLSearchParams(location.search);
  let any = false;
  for (const field of fields(form)) {
    const value = asked.get(field.name);
    if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      field.checked = value === field.value;
      any ||= field.checked;
    } else if (value !== null) {
      field.value = value.slice(0, 200);
      any ||= field.value !== '';
    }
  }
  return any;
}

/** The state of the form; what is empty or switched off is ''. */
export function readForm(form: HTMLFormElement): Record<string, string> {
  const state: Record<string, string> = {};
  for (const field of fields(form)) {
    const off = field instanceof HTMLInputElement && field.type === 'checkbox' && !field.checked;
    state[field.name] = off ? '' : field.value;
  }
  return state;
}

/** Writes the state into the address without a new entry in the history; other parameters stay. */
export function writeAddress(state: Readonly<Record<string, string>>): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(state)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  history.replaceState(history.state, '', url);
}

type Field = HTMLInputElement | HTMLSelectElement;
const fields = (form: HTMLFormElement): Field[] =>
  [...form.elements].filter(
    (e): e is Field => (e instanceof HTMLInputElement || e instanceof HTMLSelectElement) && e.name !== '',
  );

/** Calls back when the reader changed something: at once for choices, after a breath for typing. */
export function onChange(form: HTMLFormElement, changed: () => void): void {
  let timer: number | undefined;
  const soon = (wait: number) => (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, wait);
  };
  form.addEventListener('input', soon(150));
  form.addEventListener('change', soon(0));
  form.addEventListener('reset', soon(0));
  form.addEventListener('submit', (event) => event.preventDefault());
}

/**
 * A JSON file of the site.
 * @throws Error with the name of the file where it cannot be had
 */
export async function loadJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.slice(address.lastIndexOf('/') + 1)}: ${response.status}`);
  return (await response.json()) as T;
}
