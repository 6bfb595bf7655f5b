/**
 * Loaded into real Electron before the application: keeps what a test cannot see from outside (tray, notifications, boxes,
 * what is opened), and answers the same orders as the preview host's control. What would open or block is not carried out.
 */
const {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  nativeImage,
  net,
  Notification,
  powerMonitor,
  shell,
  Tray,
} = require('electron');
const { createHash } = require('node:crypto');
const { basename, join } = require('node:path');

const fileNames = new WeakMap();
const trays = new Map();
const notifications = [];
const boxes = [];
const opened = [];
const told = [];
let isOnline = true;

const createFromPath = nativeImage.createFromPath.bind(nativeImage);
nativeImage.createFromPath = (path) => {
  const image = createFromPath(path);
  fileNames.set(image, basename(path));
  return image;
};

function iconName(image) {
  if (typeof image === 'string') return basename(image);
  return fileNames.get(image) ?? createHash('sha256').update(image.toPNG()).digest('hex').slice(0, 16);
}

/** Trays cannot be listed: each is known from its first call on. */
function stateOf(tray) {
  const state = trays.get(tray) ?? { icon: '', toolTip: '', title: '', redraws: 0, menu: null, openMenu: null };
  trays.set(tray, state);
  return state;
}

function follow(method, keep) {
  const original = Tray.prototype[method];
  Tray.prototype[method] = function followed(...values) {
    keep(stateOf(this), ...values);
    return original.apply(this, values);
  };
}

const redraw = (state, change) => Object.assign(state, change, { redraws: state.redraws + 1 });
follow('on', () => undefined);
follow('setImage', (state, image) => redraw(state, { icon: iconName(image) }));
follow('setToolTip', (state, toolTip) => redraw(state, { toolTip }));
follow('setTitle', (state, title) => redraw(state, { title }));
follow('setContextMenu', (state, menu) => redraw(state, { menu }));
const destroy = Tray.prototype.destroy;
Tray.prototype.destroy = function destroyed() {
  trays.delete(this);
  return destroy.call(this);
};
// A menu that really pops up waits for the mouse.
Tray.prototype.popUpContextMenu = function popUp(menu) {
  const state = stateOf(this);
  state.openMenu = menu ?? state.menu;
};

const show = Notification.prototype.show;
Notification.prototype.show = function shown() {
  const entry = { notification: this, title: this.title, body: this.body, isOpen: true };
  notifications.push(entry);
  this.on('close', () => (entry.isOpen = false));
  return show.call(this);
};

dialog.showMessageBox = (first, second) => {
  const { message, detail = '', buttons = ['OK'] } = second ?? first;
  return new Promise((resolve) => {
    boxes.push({ message, detail, buttons, answer: (response) => resolve({ response, checkboxChecked: false }) });
  });
};
function askForFile(kind, first, second) {
  const { title = '' } = second ?? first;
  return new Promise((resolve) => {
    const canceled = kind === 'open' ? { canceled: true, filePaths: [] } : { canceled: true, filePath: '' };
    boxes.push({
      message: title,
      detail: '',
      buttons: ['Cancel'],
      answer: () => resolve(canceled),
      choose: (path) =>
        resolve(kind === 'open' ? { canceled: false, filePaths: [path] } : { canceled: false, filePath: path }),
    });
  });
}
dialog.showOpenDialog = (first, second) => askForFile('open', first, second);
dialog.showSaveDialog = (first, second) => askForFile('save', first, second);
shell.openExternal = async (url) => void opened.push(url);
shell.openPath = async (path) => {
  opened.push(path);
  return '';
};
net.isOnline = () => isOnline;

const globalKeys = new Map();
const takenKeys = new Set();
const register = globalShortcut.register.bind(globalShortcut);
globalShortcut.register = (accelerator, callback) => {
  if (takenKeys.has(accelerator) || !register(accelerator, callback)) return false;
  globalKeys.set(accelerator, callback);
  return true;
};
const unregister = globalShortcut.unregister.bind(globalShortcut);
globalShortcut.unregister = (accelerator) => {
  globalKeys.delete(accelerator);
  unregister(accelerator);
};

const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (channel, answer) =>
  handle(channel, async (...values) => {
    const reply = await answer(...values);
    told.push(JSON.stringify(reply ?? null));
    return reply;
  });
app.on('web-contents-created', (_event, contents) => {
  const send = contents.send.bind(contents);
  contents.send = (channel, ...values) => {
    told.push(JSON.stringify([channel, ...values]));
    send(channel, ...values);
  };
});

const visible = (menu) => menu.items.filter((item) => item.visible);
const rows = (menu) =>
  visible(menu).map(({ type, label, sublabel, enabled, checked, submenu }) => ({
    type,
    label,
    sublabel,
    isEnabled: enabled,
    isChecked: checked,
    rows: submenu == null ? [] : rows(submenu),
  }));

function clickRow(menu, [label, ...deeper]) {
  const item = visible(menu).find((candidate) => candidate.label === label);
  if (item === undefined) throw new Error(`The menu has no row "${label}"`);
  if (!item.enabled) throw new Error(`The row "${label}" is disabled`);
  if (item.submenu != null) clickRow(item.submenu, deeper);
  else item.click({}, BrowserWindow.getFocusedWindow() ?? undefined, undefined);
}

function firstTray() {
  const [first] = trays;
  if (first === undefined) throw new Error('There is no tray');
  return { tray: first[0], state: first[1] };
}

async function openMenu() {
  const { tray, state } = firstTray();
  if (state.menu !== null) state.openMenu = state.menu;
  else tray.emit('right-click', {}, tray.getBounds());
  for (let turn = 0; state.openMenu === null && turn < 100; turn++) await new Promise((next) => setTimeout(next, 50));
  if (state.openMenu === null) throw new Error('No menu came up');
  return state;
}

function firstWindow() {
  const all = BrowserWindow.getAllWindows();
  // Of the application's windows the one that is there to stay.
  const first = all.find(({ webContents }) => webContents.getURL().includes('/index.html')) ?? all[0];
  if (first === undefined) throw new Error('There is no window');
  return first;
}

globalThis.tokentrayRecorder = {
  trayState() {
    const [first] = trays.values();
    if (first === undefined) return null;
    const { icon, toolTip, title, redraws } = first;
    return { icon, toolTip, title, redraws };
  },
  trayClick() {
    const { tray } = firstTray();
    const bounds = tray.getBounds();
    tray.emit('click', {}, bounds, { x: bounds.x, y: bounds.y });
  },
  trayMenu: async () => rows((await openMenu()).openMenu),
  async trayChoose(labels) {
    const state = await openMenu();
    const menu = state.openMenu;
    state.openMenu = null;
    clickRow(menu, labels);
  },
  notifications: () => notifications.map(({ title, body, isOpen }) => ({ title, body, isOpen })),
  clickNotification(place) {
    const entry = notifications[place];
    if (entry === undefined) throw new Error(`There is no notification ${place}`);
    entry.isOpen = false;
    entry.notification.emit('click', {});
  },
  pressNotification({ place, label }) {
    const entry = notifications[place];
    const actionIndex = entry?.notification.actions.findIndex(({ text }) => text === label) ?? -1;
    if (process.platform === 'linux' || actionIndex === -1)
      throw new Error(`Notification ${place} shows no button ${label}`);
    entry.isOpen = false;
    entry.notification.emit('action', { actionIndex, selectionIndex: -1 }, actionIndex, -1);
  },
  dialogs: () => boxes.map(({ message, detail, buttons }) => ({ message, detail, buttons })),
  answerDialog(label) {
    const [first] = boxes;
    const button = first?.buttons.indexOf(label) ?? -1;
    if (button === -1) throw new Error(`No open dialog has a button ${label}`);
    boxes.shift();
    first.answer(button);
  },
  chooseFile(path) {
    const place = boxes.findIndex(({ choose }) => choose !== undefined);
    if (place === -1) throw new Error('No open dialog asks for a file');
    const [box] = boxes.splice(place, 1);
    box.choose(path);
  },
  clipboardText: () => clipboard.readText(),
  clipboardFormats: async () => (await clipboard.read()).flatMap(({ types }) => types),
  clipboardWrite: (text) => clipboard.writeText(text),
  pressGlobal(accelerator) {
    globalKeys.get(accelerator)?.();
    return globalKeys.has(accelerator);
  },
  takeGlobal: (accelerator) => void takenKeys.add(accelerator),
  power: (event) => void powerMonitor.emit(event),
  setOnline(next) {
    isOnline = next;
  },
  opened: () => opened,
  told: () => told,
  windowTitle: () => firstWindow().getTitle(),
  bounds: () => firstWindow().getBounds(),
  setBounds: (bounds) => firstWindow().setBounds(bounds),
  closeWindow: () => firstWindow().close(),
  leave: () => BrowserWindow.getFocusedWindow()?.blur(),
  async openForeign(url) {
    const preload = join(app.getAppPath(), 'out/preload/index.cjs');
    await new BrowserWindow({ webPreferences: { preload } }).loadURL(url);
    return url;
  },
  quit: () => app.quit(),
};
