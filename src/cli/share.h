/* The program's own files: the sample data, the fonts' manifest, the profiles. */
#ifndef CLI_SHARE_H
#define CLI_SHARE_H

#include "base/arena.h"
#include "base/str.h"

/* The path of `name` ("fonts/fonts.yaml") in the share folder of an installation, beside the
 * program in a build folder, or where the program was configured to be installed; NULL when it is
 * nowhere. */
const char *share_find(const char *name, struct arena *arena);

#endif
