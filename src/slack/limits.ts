/** Slack's limits that the views and messages of this app come near; a test holds them against the full table. */
export const limits = {
  messageBlocks: 50,
  /** Slack refuses a message somewhere above 10,000 characters of block text; this leaves room. */
  messageText: 9_000,
  fallbackText: 4_000,
  section: 3_000,
  header: 150,
  modalTitle: 24,
  modalButton: 24,
  buttonText: 75,
  optionText: 75,
  placeholder: 150,
  label: 2_000,
  radioOptions: 10,
  selectOptions: 100,
  inputError: 2_000,
  homeBlocks: 100,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
} as const;
