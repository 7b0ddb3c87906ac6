// The launcher and the panel: what the customer opens, closes and reads above the messages. It lives in a shadow root, so
// that the page's styles and ours do not meet; Web Chat's own markup is slotted in and stays in the page.

import { icons } from './icons.js';
import { fill } from './strings.js';

const phone = matchMedia('(max-width: 480px), (max-height: 420px)');

export class Panel {
  #strings;
  #on;
  #host;
  #at = {};
  #unread = 0;
  #strip = { text: '' };

  /** @param on { open(), ask(ask), strip(action) } what the customer did */
  constructor({ base, strings, language, theme, on }) {
    this.#strings = strings;
    this.#on = on;
    this.#host = document.createElement('div');
    this.#host.className = 'empathybot';
    this.#host.lang = language;
    if (theme === 'light' || theme === 'dark') this.#host.style.colorScheme = theme;
    this.#draw(base);
    this.#listen();
    document.body.append(this.#host);
  }

  /** Where Web Chat is drawn. */
  get slot() {
    return this.#at.slot;
  }

  get isOpen() {
    return this.#at.panel.open;
  }

  get isPhone() {
    return phone.matches;
  }

  /** Whether the cursor still waits where opening put it. */
  get isUntouched() {
    return this.isOpen && this.#host.shadowRoot.activeElement === this.#at.title;
  }

  open({ focus = true } = {}) {
    if (this.isOpen) return;
    const before = document.activeElement;
    this.#show();
    if (focus) this.#at.title.focus();
    else before?.focus?.();
    this.#at.launcher.setAttribute('aria-expanded', 'true');
    this.#unread = 0;
    this.#labelLauncher();
    this.#on.open(focus);
  }

  close() {
    if (!this.isOpen) return;
    this.#at.panel.close();
    this.#at.launcher.setAttribute('aria-expanded', 'false');
    this.#labelLauncher();
    this.#at.launcher.focus();
    this.#on.close();
  }

  addUnread() {
    if (this.isOpen) return;
    this.#unread++;
    this.#labelLauncher();
  }

  /** The line above the messages; without text it is gone. */
  setStrip({ text, tone = 'plain', action, label } = { text: '' }) {
    const { strip, status, act } = this.#at;
    this.#strip = { text, action };
    strip.dataset.tone = tone;
    strip.classList.toggle('empty', !text);
    // Only a change is announced; the same words again would interrupt for nothing.
    if (status.textContent !== text) status.textContent = text;
    const hadFocus = this.#host.shadowRoot.activeElement === act;
    act.hidden = !action;
    act.textContent = label ?? '';
    if (hadFocus && act.hidden) this.#at.title.focus();
  }

  setAsksEnabled(enabled) {
    for (const ask of this.#at.asks) ask.disabled = !enabled;
    this.#at.askNote.hidden = enabled;
  }

  #draw(base) {
    const words = this.#strings;
    const root = this.#host.attachShadow({ mode: 'open' });
    const at = this.#at;

    const style = make('link', { rel: 'stylesheet', href: `${base}/widget/widget.css` });
    at.launcherText = make('span', { className: 'launcher-text' });
    at.badge = make('span', { className: 'badge', hidden: true, ariaHidden: 'true' });
    at.launcher = make('button', { className: 'launcher', type: 'button' }, icons.chat(), at.launcherText, at.badge);
    at.launcher.setAttribute('aria-expanded', 'false');
    at.launcher.setAttribute('aria-controls', 'panel');
    at.launcher.setAttribute('aria-haspopup', 'dialog');

    at.title = make('h2', { id: 'title', tabIndex: -1, textContent: words.title });
    at.aboutButton = iconButton(words.about.button, icons.info());
    at.aboutButton.setAttribute('aria-expanded', 'false');
    at.aboutButton.setAttribute('aria-controls', 'about');
    at.closeButton = iconButton(words.close, icons.close());
    const header = make('div', { className: 'header' }, at.title, at.aboutButton, at.closeButton);

    at.asks = words.about.asks.map(ask => {
      const button = make('button', { type: 'button', className: 'ask', textContent: ask.label, disabled: true });
      button.addEventListener('click', () => this.#ask(ask));
      return button;
    });
    at.askNote = make('p', { className: 'note', textContent: words.about.offline });
    at.about = make('section', { id: 'about', className: 'about', hidden: true },
      make('h3', { id: 'about-heading', textContent: words.about.heading }),
      ...words.about.text.map(text => make('p', { textContent: text })),
      make('div', { className: 'asks' }, ...at.asks),
      at.askNote);
    at.about.setAttribute('aria-labelledby', 'about-heading');

    at.status = make('p', { role: 'status' });
    at.act = make('button', { type: 'button', hidden: true });
    at.strip = make('div', { className: 'strip empty' }, at.status, at.act);

    const messages = make('div', { className: 'messages' }, make('slot', {}));
    at.panel = make('dialog', { id: 'panel', className: 'panel' }, header, at.about, at.strip, messages);
    at.panel.setAttribute('aria-labelledby', 'title');

    // Nothing is seen before the styles are there.
    this.#host.style.display = 'none';
    style.addEventListener('load', () => { this.#host.style.display = ''; });
    root.append(style, at.launcher, at.panel);

    at.slot = make('div', { className: 'empathybot-transcript' });
    this.#host.append(make('link', { rel: 'stylesheet', href: `${base}/widget/transcript.css` }), at.slot);
    this.#labelLauncher();
  }

  #listen() {
    const { launcher, closeButton, aboutButton, panel, act } = this.#at;
    launcher.addEventListener('click', () => (this.isOpen ? this.close() : this.open()));
    closeButton.addEventListener('click', () => this.close());
    aboutButton.addEventListener('click', () => this.#toggleAbout());
    act.addEventListener('click', () => this.#on.strip(this.#strip.action));

    // On the window, so that Web Chat may take Escape first (to leave a message, to close its keyboard help).
    addEventListener('keydown', event => {
      if (event.key !== 'Escape' || event.defaultPrevented || !this.isOpen || !this.#isInside(event)) return;
      event.preventDefault();
      this.#escape();
    });
    // A modal dialog would close itself, past the launcher's state and the focus.
    panel.addEventListener('cancel', event => {
      event.preventDefault();
      this.#escape();
    });
    phone.addEventListener('change', () => {
      if (!this.isOpen) return;
      const focused = this.#host.shadowRoot.activeElement ?? document.activeElement;
      panel.close();
      this.#show();
      focused?.focus?.();
    });
  }

  // On a phone the panel fills the screen and so is modal; beside a page it leaves the page usable.
  #show() {
    if (phone.matches) this.#at.panel.showModal();
    else this.#at.panel.show();
  }

  #isInside(event) {
    return event.composedPath().includes(this.#host);
  }

  #escape() {
    if (this.#at.about.hidden) this.close();
    else this.#toggleAbout();
  }

  #toggleAbout() {
    const { about, aboutButton } = this.#at;
    about.hidden = !about.hidden;
    aboutButton.setAttribute('aria-expanded', String(!about.hidden));
    if (about.hidden) aboutButton.focus();
  }

  #ask(ask) {
    this.#toggleAbout();
    this.#on.ask(ask);
  }

  #labelLauncher() {
    const { launcher, launcherText, badge } = this.#at;
    const { open, close, unread } = this.#strings;
    launcherText.textContent = this.isOpen ? close : open;
    badge.hidden = this.#unread === 0;
    badge.textContent = String(Math.min(this.#unread, 99));
    const news = fill(this.#unread === 1 ? unread.one : unread.other, { count: this.#unread });
    launcher.setAttribute('aria-label', this.#unread ? `${open}, ${news}` : launcherText.textContent);
  }
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function iconButton(label, icon) {
  const button = make('button', { type: 'button', className: 'icon', title: label }, icon);
  button.setAttribute('aria-label', label);
  return button;
}
