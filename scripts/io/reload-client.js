// Runs in the browser while someone works on the site; not part of the site itself.
function show(lines) {
  document.getElementById('herladen')?.remove();
  if (lines.length === 0) return;
  const box = document.createElement('div');
  box.id = 'herladen';
  box.setAttribute('role', 'alert');
  box.style.cssText =
    'position:fixed;inset:auto 0 0;max-height:50vh;overflow:auto;padding:1rem;background:#7a1f00;color:#fff;font:1rem/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere;z-index:9999';
  box.textContent = ['Er klopt iets niet; u ziet de laatste goede versie.', ...lines].join('\n');
  document.body.append(box);
}

new EventSource('/.herladen').onmessage = ({ data }) => {
  const message = JSON.parse(data);
  if (message.kind === 'reload') location.reload();
  else show(message.lines);
};
