/* picture_open over arbitrary bytes: it either names a fault or gives a size that can be used. */
#include "base/picture.h"
#include <assert.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    int file = memfd_create("picture", 0);
    if (file < 0)
        return 0;
    if (write(file, bytes, length) == (ssize_t)length) {
        struct arena *arena = arena_new();
        struct diag *diag = diag_new(arena);
        struct picture picture = {0};
        struct str path = str_print(arena, "/proc/self/fd/%d", file);
        if (picture_open(&picture, path.at, (struct span){0}, diag)) {
            assert(picture.width > 0 && picture.height > 0);
            assert(picture.orientation >= 1 && picture.orientation <= 8);
            assert(diag_faults(diag) == 0);
        } else {
            assert(diag_faults(diag) > 0);
        }
        arena_free(arena);
    }
    close(file);
    return 0;
}
