// Web Chat is large, so it is fetched when the customer opens the chat and not with the page.

let loading;

/** The WebChat object of the page's Web Chat; a failed load may be tried again. */
export function loadWebChat(base) {
  if (globalThis.WebChat?.renderWebChat) return Promise.resolve(globalThis.WebChat);

  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${base}/webchat.js`;
    script.onload = () => resolve(globalThis.WebChat);
    script.onerror = () => {
      script.remove();
      loading = undefined;
      reject(new Error('Web Chat could not be loaded.'));
    };
    document.head.append(script);
  });
  return loading;
}
