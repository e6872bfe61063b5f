import { render } from 'preact';
import { App } from './app.js';
import { follow } from './store.js';

follow();
const page = document.getElementById('page');
if (page) {
  page.replaceChildren();
  render(<App />, page);
}
