/* Which build of the program is running, and with which builds of its libraries. */
#ifndef CLI_BUILD_ID_H
#define CLI_BUILD_ID_H

#include "base/digest.h"

/* Of the build ids that the linker made of the contents of the program and of each shared library
 * (the note NT_GNU_BUILD_ID); where one has none, of its path; of the whole program where that has
 * none. */
struct digest build_digest(void);

#endif
