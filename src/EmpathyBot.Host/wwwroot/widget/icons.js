// The widget's few drawings, made as elements so that no markup is ever parsed from a string.

const svg = 'http://www.w3.org/2000/svg';

function icon(...paths) {
  const root = document.createElementNS(svg, 'svg');
  root.setAttribute('viewBox', '0 0 24 24');
  root.setAttribute('aria-hidden', 'true');
  for (const d of paths) {
    const path = document.createElementNS(svg, 'path');
    path.setAttribute('d', d);
    root.append(path);
  }
  return root;
}

export const icons = {
  chat: () => icon('M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5z', 'M8 8.5h8M8 11.5h5'),
  info: () => icon('M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z', 'M12 11v5.5M12 7.6v.4'),
  close: () => icon('M6 6l12 12M18 6L6 18'),
};
