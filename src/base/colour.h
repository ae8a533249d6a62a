/* A colour as the theme gives it: for the screen and for the press. */
#ifndef BASE_COLOUR_H
#define BASE_COLOUR_H

#include <stdint.h>

struct colour {
    uint8_t red, green, blue;               /* sRGB, 0 to 255 */
    uint8_t cyan, magenta, yellow, key;     /* percent of ink, 0 to 100 */
    uint8_t spot;                           /* the theme's colour of that number, from 1 on, has a plate of
                                               its own on a press; 0: it has not */
};

#define COLOUR_BLACK ((struct colour){.key = 100})

#endif
