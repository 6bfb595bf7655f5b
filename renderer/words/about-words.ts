/** Of the section of the settings that tells about the application. */

export const openLogsLabel = 'Open logs';
