#include "base/picture.h"
#include "unit/check.h"
#include <unistd.h>

#define PNG_START "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x02\x80\0\0\x01\xE0\x08\x02\0\0\0crc!"
#define PNG_DENSITY                                                                                \
    "\0\0\0\x09pHYs\0\0\x2E\x23\0\0\x2E\x23\x01"                                                   \
    "crc!"
#define PNG_PIXELS "\0\0\0\x01IDAT."
#define JFIF "\xFF\xE0\0\x10JFIF\0\x01\x01\x01\x01\x2C\x01\x2C\0\0"
#define FRAME "\xFF\xFF\xC2\0\x0B\x08\x01\xE0\x02\x80\x01\x01\x11\0" /* progressive, fill byte */
/* Orientation 6, 72 pixels a centimetre, little-endian. */
#define EXIF                                                                                       \
    "\xFF\xE1\0\x42"                                                                               \
    "Exif\0\0II*\0\x08\0\0\0\x03\0"                                                                \
    "\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"                                                           \
    "\x1A\x01\x05\0\x01\0\0\0\x32\0\0\0"                                                           \
    "\x28\x01\x03\0\x01\0\0\0\x03\0\0\0"                                                           \
    "\0\0\0\0\x48\0\0\0\x01\0\0\0"
#define EXIF_BIG                                                                                   \
    "\xFF\xE1\0\x22"                                                                               \
    "Exif\0\0MM\0*\0\0\0\x08\0\x01"                                                                \
    "\x01\x12\0\x03\0\0\0\x01\0\x08\0\0"                                                           \
    "\0\0\0\0"

static struct arena *arena;

static bool open_bytes(struct str bytes, struct picture *picture, struct diag *diag) {
    char path[] = "/tmp/attache-unit-XXXXXX";
    int file = mkstemp(path);
    bool written = file >= 0 && write(file, bytes.at, bytes.length) == (ssize_t)bytes.length;
    bool opened = written && picture_open(picture, path, (struct span){"r.yaml", 7, 3}, diag);
    close(file);
    unlink(path);
    return opened;
}

static void check_picture(struct str bytes, uint32_t width, uint32_t height, int orientation,
                          uint32_t density) {
    struct picture picture;
    CHECK(open_bytes(bytes, &picture, diag_new(arena)));
    CHECK(picture.width == width && picture.height == height);
    CHECK(picture.orientation == orientation && picture.density == density);
}

/* No header that is cut short or changed in one byte may do harm; the sanitizers watch. */
static void test_damage(struct str bytes) {
    struct picture picture;
    for (size_t length = 0; length < bytes.length; length++)
        open_bytes(str_part(bytes, 0, length), &picture, diag_new(arena));
    for (size_t i = 0; i < bytes.length; i++) {
        struct str copy = str_copy(arena, bytes);
        ((char *)(uintptr_t)copy.at)[i] = (char)0xFF;
        open_bytes(copy, &picture, diag_new(arena));
    }
}

int main(void) {
    arena = arena_new();
    check_picture(STR(PNG_START PNG_DENSITY PNG_PIXELS), 640, 480, 1, 300);
    check_picture(STR(PNG_START PNG_PIXELS), 640, 480, 1, 0);
    check_picture(STR("\xFF\xD8" JFIF FRAME), 640, 480, 1, 300);
    check_picture(STR("\xFF\xD8" EXIF FRAME), 480, 640, 6, 183);
    check_picture(STR("\xFF\xD8" JFIF EXIF_BIG FRAME), 480, 640, 8, 300);
    check_picture(STR("\xFF\xD8" FRAME), 640, 480, 1, 0);

    struct picture picture;
    struct diag *diag = diag_new(arena);
    CHECK(!open_bytes(STR("GIF89a"), &picture, diag));
    CHECK(!open_bytes(STR(""), &picture, diag));
    CHECK(!open_bytes(STR("\xFF\xD8" JFIF), &picture, diag));
    CHECK(!open_bytes(STR("\xFF\xD8" JFIF "\xFF\xDA\0\x02"), &picture, diag));
    CHECK(!open_bytes(str_part(STR(PNG_START), 0, 20), &picture, diag));
    CHECK(!picture_open(&picture, "/no/such.png", (struct span){"r.yaml", 7, 3}, diag));
    size_t count;
    const struct message *messages = diag_sorted(diag, &count);
    CHECK(count == 6 && messages[0].span.line == 7);
    test_damage(STR("\xFF\xD8" JFIF EXIF FRAME));
    test_damage(STR(PNG_START PNG_DENSITY PNG_PIXELS));
    arena_free(arena);
    return check_end();
}
