// Opens the citation of the figure that a link led to, and gives each citation a button that copies it.
for (const box of document.querySelectorAll('.cite textarea')) {
  const button = document.createElement('button');
  const said = document.createElement('span');
  button.type = 'button';
  button.className = 'button';
  button.textContent = 'Kopieer';
  said.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(box.value);
      said.textContent = ' Gekopieerd.';
    } catch {
      box.select();
      said.textContent = ' Kopiëren lukt hier niet. De tekst is geselecteerd: kopieer hem zelf.';
    }
  });
  box.after(button, said);
}

function openTarget() {
  const line = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const citation = line && line.querySelector('.cite');
  if (citation) citation.open = true;
}
addEventListener('hashchange', openTarget);
openTarget();
