/* svg_read over arbitrary bytes: it either names a fault, with its place in the text, or gives
 * shapes that the PDF can take: each begins with a move, and no point is further off than a
 * thousand view boxes. */
#include "base/svg.h"
#include <assert.h>
#include <math.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void shape_check(const struct svg_shape *shape, const double sides[2]) {
    assert(shape->count > 0 && shape->steps[0].verb == 'm');
    for (size_t i = 0; i < shape->count; i++) {
        char verb = shape->steps[i].verb;
        assert(verb && strchr("mlch", verb));
        size_t numbers = verb == 'h' ? 0 : verb == 'c' ? 6 : 2;
        for (size_t n = 0; n < numbers; n++)
            assert(fabs(shape->steps[i].at[n]) <= 1000 * sides[n % 2]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    const struct svg *svg =
        svg_read((struct str){(const char *)bytes, length}, "fuzz.svg", arena, diag);
    assert((svg != NULL) == (diag_faults(diag) == 0));
    if (svg) {
        const double sides[] = {svg->width, svg->height};
        assert(svg->count > 0 && sides[0] >= 1e-6 && sides[1] >= 1e-6);
        for (size_t i = 0; i < svg->count; i++)
            shape_check(&svg->shapes[i], sides);
    }
    size_t count;
    const struct message *messages = diag_sorted(diag, &count);
    for (size_t i = 0; i < count; i++)
        assert(messages[i].span.line >= 1 && messages[i].span.column >= 1);
    arena_free(arena);
    return 0;
}
