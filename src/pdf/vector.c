#include "pdf/vector.h"
#include "pdf/number.h"

#include <math.h>

/* Both sides of the form, which is made a square, in units of which numbers have thousandths. */
enum { FORM_SIDE = 1000, INKS = 4 };

static bool is_grey(const struct svg_shape *shape) {
    return shape->red == shape->green && shape->green == shape->blue;
}

/* The inks of all shapes, as the picture of one row that they would be. */
static const char *shape_inks(const struct svg *svg, struct conversion *conversion, unsigned most,
                              struct arena *arena, const unsigned char **inks) {
    unsigned char *pixels = arena_alloc(arena, svg->count * 3);
    for (size_t i = 0; i < svg->count; i++) {
        pixels[3 * i] = svg->shapes[i].red;
        pixels[3 * i + 1] = svg->shapes[i].green;
        pixels[3 * i + 2] = svg->shapes[i].blue;
    }
    struct image_data row = {.width = (uint32_t)svg->count,
                             .height = 1,
                             .bits = 8,
                             .channels = 3,
                             .bytes = {(const char *)pixels, svg->count * 3}};
    unsigned ink = 0;
    const char *wrong = conversion_picture(conversion, &row, most, &ink, arena);
    *inks = (const unsigned char *)row.bytes.at;
    return wrong;
}

static int64_t share(unsigned value) {
    return divide_round((int64_t)value * 1000, 255);
}

/* `inks`: of this shape, NULL for the screen. */
static void put_colour(const struct svg_shape *shape, const unsigned char *inks,
                       struct buffer *out) {
    int64_t parts[INKS] = {share(shape->red), share(shape->green), share(shape->blue)};
    size_t count = is_grey(shape) ? 1 : 3;
    if (inks) {
        for (size_t i = 0; i < INKS; i++)
            parts[i] = is_grey(shape) ? 0 : share(inks[i]);
        if (is_grey(shape))
            parts[INKS - 1] = share(255u - shape->red);
        count = INKS;
    }
    number_millis(out, parts, count);
    buffer_text(out, count == 1 ? " g\n" : count == 3 ? " rg\n" : " k\n");
}

static void put_outline(const struct svg *svg, const struct svg_shape *shape, struct buffer *out) {
    const double scales[] = {FORM_SIDE * 1000 / svg->width, FORM_SIDE * 1000 / svg->height};
    for (size_t i = 0; i < shape->count; i++) {
        const struct svg_step *step = &shape->steps[i];
        size_t count = step->verb == 'h' ? 0 : step->verb == 'c' ? 6 : 2;
        int64_t millis[6];
        for (size_t n = 0; n < count; n++)
            millis[n] = llround(step->at[n] * scales[n % 2]);
        number_millis(out, millis, count);
        buffer_print(out, count ? " %c\n" : "%c\n", step->verb);
    }
    buffer_text(out, shape->even_odd ? "f*\n" : "f\n");
}

uint32_t vector_write(const struct document *document, const struct svg *svg,
                      struct conversion *conversion, unsigned most_ink, const char **wrong) {
    const unsigned char *inks = NULL;
    if (conversion)
        *wrong = shape_inks(svg, conversion, most_ink, document->arena, &inks);
    if (*wrong || !document->writer)
        return 0;
    struct buffer body = {0};
    for (size_t i = 0; i < svg->count; i++) {
        put_colour(&svg->shapes[i], inks ? inks + INKS * i : NULL, &body);
        put_outline(svg, &svg->shapes[i], &body);
    }
    uint32_t number = writer_reserve(document->writer, 1);
    writer_put_deflated(document->writer, number,
                        STR("/Type/XObject/Subtype/Form/BBox[0 0 1000 1000]"
                            "/Matrix[.001 0 0 -.001 0 1]/Resources<<>>"),
                        buffer_view(&body));
    writer_identify(document->writer, buffer_view(&body));
    buffer_free(&body);
    return number;
}
