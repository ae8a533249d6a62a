/* ICC profiles, as far as their header tells (ICC.1:2010, 7.2). */
#ifndef PDF_PROFILE_H
#define PDF_PROFILE_H

#include "base/str.h"

/* What keeps it from being the profile of a press, NULL when nothing does: it must be that of an
 * output device whose colours are four inks, of version 4 or less (ISO 15930-7, 6.2.3). */
const char *profile_press_fault(struct str profile);

/* Whether it can be that of a screen, whose colours are red, green and blue. */
bool profile_is_rgb(struct str profile);

/* Whether it can be that of a picture with so many channels, 1, 3 or 4 (ISO 19005-2, 6.2.4.2). */
bool profile_fits(struct str profile, unsigned channels);

#endif
