/* The manifest of the fonts, found and read. */
#ifndef CLI_FONTS_H
#define CLI_FONTS_H

#include "font/fonts.h"

/* The path of the manifest: $ATTACHE_FONTS, else fonts/fonts.yaml in the working folder, beside the
 * data folder, or where the program is installed; NULL when there is none. */
const char *fonts_manifest(const char *data_folder, struct arena *arena);
/* The fonts of the manifest. With `later` its fonts are looked for when they are needed. NULL after
 * faults, which are in diag. */
struct fonts *fonts_open(const char *data_folder, bool later, struct arena *arena,
                         struct diag *diag);

#endif
