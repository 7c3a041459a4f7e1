/**
 * Links to single sentences of a notice, by mouse and by keyboard. The sentences are one stop of the Tab key: arrows
 * move between them, Enter makes the address lead to one, copying without a selection copies its link.
 */

/** The anchor of a sentence that outlasts another reading of the page. */
const anchorOf = (sentence: Element | null | undefined): string | undefined =>
  sentence?.querySelector('[id^="q-"]')?.id;

const sentenceOf = (node: Node | null | undefined): HTMLElement | null | undefined =>
  (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('.s');

/**
 * @param text the text of the notice
 * @param lead makes the address lead to an anchor and moves nothing
 */
export function linkSentences(text: HTMLElement, lead: (anchor: string) => void): void {
  const button = document.querySelector<HTMLButtonElement>('#copy-sentence');
  const said = document.querySelector<HTMLElement>('#sentence-said');
  const sentences = [...text.querySelectorAll<HTMLElement>('.s')];
  /** The sentence that Tab leads to. */
  let stop: HTMLElement | undefined;
  /** The sentence that the reader has gone to, by an address, a click or a key. */
  let gone: HTMLElement | undefined;

  const say = (words: string | undefined): void => {
    if (said) said.textContent = words ?? '';
  };

  const putStop = (sentence: HTMLElement | undefined): void => {
    if (!sentence || sentence === stop) return;
    stop?.removeAttribute('tabindex');
    stop?.removeAttribute('aria-describedby');
    stop = sentence;
    stop.tabIndex = 0;
    stop.setAttribute('aria-describedby', 'sentence-hint');
  };

  const goTo = (sentence: HTMLElement | null | undefined): void => {
    if (!sentence || !text.contains(sentence)) return;
    gone = sentence;
    putStop(sentence);
  };

  const followAddress = (): void => {
    const id = location.hash.slice(1);
    if (id) goTo(sentenceOf(document.getElementById(id)));
  };

  /** What the reader means by “this sentence”: what is selected, or else the last that was gone to. */
  const meant = (): HTMLElement | null | undefined => {
    const selection = getSelection();
    const selected = selection && !selection.isCollapsed ? sentenceOf(selection.getRangeAt(0).startContainer) : null;
    return selected && text.contains(selected) ? selected : gone;
  };

  const linkTo = (sentence: HTMLElement | null | undefined): string | null => {
    const anchor = anchorOf(sentence);
    return anchor ? new URL(`#${anchor}`, location.href).href : null;
  };

  /** Returns whether the address has changed. */
  const open = (sentence: HTMLElement | null | undefined): boolean => {
    const anchor = anchorOf(sentence);
    if (!anchor || location.hash === `#${anchor}`) return false;
    lead(anchor);
    return true;
  };

  text.addEventListener('click', (event) => {
    const clicked = event.target as Element;
    // whoever selects words wants the words
    if (clicked.closest('a') || getSelection()?.isCollapsed === false) return;
    open(clicked.closest<HTMLElement>('.s'));
  });

  text.addEventListener('keydown', (event) => {
    const at = document.activeElement as HTMLElement;
    // after a click the arrows scroll, as everywhere
    if (at !== stop || !at.matches(':focus-visible') || event.ctrlKey || event.metaKey || event.altKey) return;
    const place = sentences.indexOf(at);
    const target: Record<string, number> = {
      ArrowDown: place + 1,
      ArrowRight: place + 1,
      ArrowUp: place - 1,
      ArrowLeft: place - 1,
      Home: 0,
      End: sentences.length - 1,
    };
    const to = target[event.key];
    if (event.key !== 'Enter' && to === undefined) return;
    event.preventDefault();
    if (to === undefined) {
      // the browser’s own jump takes the focus away
      if (open(at)) addEventListener('hashchange', () => at.focus({ preventScroll: true }), { once: true });
      say(button?.dataset.led);
      return;
    }
    goTo(sentences[to]);
    stop?.focus({ preventScroll: true });
    stop?.scrollIntoView({ block: 'nearest' });
  });

  document.addEventListener('copy', (event) => {
    const at = sentenceOf(document.activeElement);
    const link = at && at === stop && getSelection()?.isCollapsed !== false ? linkTo(at) : null;
    if (!link) return;
    event.clipboardData?.setData('text/plain', link);
    event.preventDefault();
    say(button?.dataset.done);
  });

  button?.addEventListener('click', async () => {
    const sentence = meant();
    const link = linkTo(sentence);
    if (!link) return say(button.dataset.none);
    open(sentence);
    try {
      await navigator.clipboard.writeText(link);
      say(button.dataset.done);
    } catch {
      // no permission or no secure connection: the address bar has it
      say(button.dataset.led);
    }
  });

  // or a click would take the selection away
  button?.addEventListener('mousedown', (event) => event.preventDefault());
  addEventListener('hashchange', followAddress);
  putStop(sentences[0]);
  followAddress();
}
