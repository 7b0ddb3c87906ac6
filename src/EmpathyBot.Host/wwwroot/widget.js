/*
 * The chat, on any page, with one line:
 *   <script src="https://chat.example.com/widget.js" defer></script>
 *
 * Attributes of the tag, all optional:
 *   data-customer-token  short-lived token by which the shop's server says who is signed in; may be renewed in place
 *   data-locale          language of the chat, e.g. "es"; without it the browser's
 *   data-theme           "light" or "dark"; without it the customer's preference
 *
 * The page's own CSS may set --empathybot-accent and --empathybot-accent-dark (the brand's colour in light and in dark).
 */
(() => {
  const tag = document.currentScript;
  const base = new URL('.', tag.src).href.replace(/\/$/, '');

  import(`${base}/widget/start.js`)
    .then(({ start }) => start({ base, tag }))
    .catch(error => console.error('The chat could not be started.', error));
})();
