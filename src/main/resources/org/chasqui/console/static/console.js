// What htmx cannot do alone: a page that is not looked at does not ask; an expired session signs in again.
document.addEventListener('htmx:beforeRequest', (event) => {
  if (document.hidden) {
    event.preventDefault();
  }
});

document.addEventListener('htmx:responseError', (event) => {
  if (event.detail.xhr.status === 401) {
    window.location.assign('/sign-in');
  }
});

// "/" puts the cursor into the search, as in most tools for operators.
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, select, textarea');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const search = document.querySelector('.find input');
    if (search) {
      event.preventDefault();
      search.focus();
    }
  }
});
