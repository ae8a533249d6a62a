/* A colour as the theme gives it: for the screen and for the press. */
#ifndef BASE_COLOUR_H
#define BASE_COLOUR_H

#include <stdint.h>

struct colour {
    uint8_t red, green, blue;               /* sRGB, 0 to 255 */
    uint8_t cyan, magenta, yellow, key;     /* percent of ink, 0 to 100 */
};

#define COLOUR_BLACK ((struct colour){0, 0, 0, 0, 0, 0, 100})

#endif
