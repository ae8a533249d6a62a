/* The headers of PNG and JPEG files, read by hand; SVG is svg.c's. Every read is through the reader
 * below, which gives zero beyond the end and remembers that it did. */
#include "base/picture.h"
#include "base/file.h"
#include "base/svg.h"
#include <math.h>
#include <string.h>

struct bytes {
    const uint8_t *at;
    size_t length, next;
    bool little;   /* the byte order of TIFF, which EXIF lets the camera choose */
    bool short_of; /* something beyond the end was wanted */
};

static uint32_t read_number(struct bytes *bytes, size_t size) {
    if (bytes->next > bytes->length || bytes->length - bytes->next < size) {
        bytes->short_of = true;
        return 0;
    }
    uint32_t value = 0;
    for (size_t i = 0; i < size; i++) {
        size_t at = bytes->little ? size - 1 - i : i;
        value = value << 8 | bytes->at[bytes->next + at];
    }
    bytes->next += size;
    return value;
}

/* A reader for the next `length` bytes, or what there is of them. */
static struct bytes read_part(struct bytes *bytes, size_t length) {
    size_t start = bytes->next < bytes->length ? bytes->next : bytes->length;
    size_t left = bytes->length - start;
    if (length > left) {
        bytes->short_of = true;
        length = left;
    }
    bytes->next = start + length;
    return (struct bytes){.at = bytes->at + start, .length = length};
}

static bool begins(const struct bytes *bytes, const char *with, size_t length) {
    return bytes->length >= length && memcmp(bytes->at, with, length) == 0;
}

static uint32_t per_inch(double per_unit, double unit_in_inches) {
    double density = per_unit / unit_in_inches;
    return density > 0 && density < 1e6 ? (uint32_t)lround(density) : 0;
}

/* Chunks up to the pixels (ISO/IEC 15948, 5.3); pHYs gives pixels per metre (11.3.5.3). */
static void read_density_chunk(struct bytes *bytes, struct picture *picture) {
    while (!bytes->short_of) {
        uint32_t length = read_number(bytes, 4);
        struct bytes type = read_part(bytes, 4), data = read_part(bytes, length);
        read_number(bytes, 4); /* checksum */
        if (begins(&type, "IDAT", 4) || begins(&type, "IEND", 4))
            return;
        if (!begins(&type, "pHYs", 4) || length != 9)
            continue;
        uint32_t across = read_number(&data, 4);
        read_number(&data, 4);
        if (read_number(&data, 1) == 1)
            picture->density = per_inch(across, 1 / 0.0254);
    }
}

static const char *read_png(struct bytes bytes, struct picture *picture) {
    read_part(&bytes, 8);
    uint32_t length = read_number(&bytes, 4);
    struct bytes type = read_part(&bytes, 4);
    if (length != 13 || !begins(&type, "IHDR", 4))
        return "its first chunk is not IHDR";
    struct bytes header = read_part(&bytes, length);
    picture->format = PICTURE_PNG;
    picture->width = read_number(&header, 4);
    picture->height = read_number(&header, 4);
    read_number(&bytes, 4);
    if (bytes.short_of)
        return "it is cut short";
    read_density_chunk(&bytes, picture);
    return NULL;
}

struct exif {
    uint32_t orientation, unit;
    double across;
};

/* One entry of an image file directory (TIFF 6.0, section 2): tag, type, count, value or offset. */
static void read_exif_entry(struct bytes tiff, struct exif *exif) {
    uint32_t tag = read_number(&tiff, 2), type = read_number(&tiff, 2);
    read_number(&tiff, 4);
    if (tag == 0x0112 && type == 3)
        exif->orientation = read_number(&tiff, 2);
    if (tag == 0x0128 && type == 3)
        exif->unit = read_number(&tiff, 2);
    if (tag == 0x011A && type == 5) {
        tiff.next = read_number(&tiff, 4);
        double numerator = read_number(&tiff, 4), denominator = read_number(&tiff, 4);
        exif->across = denominator > 0 ? numerator / denominator : 0;
    }
}

static void apply_exif(const struct exif *exif, struct picture *picture) {
    if (exif->orientation >= 1 && exif->orientation <= 8)
        picture->orientation = (uint8_t)exif->orientation;
    if (exif->across > 0 && exif->unit >= 2 && exif->unit <= 3 && picture->density == 0)
        picture->density = per_inch(exif->across, exif->unit == 3 ? 1 / 2.54 : 1);
}

/* EXIF 2.3, 4.5: a TIFF header and directory behind "Exif\0\0". */
static void read_exif(struct bytes segment, struct picture *picture) {
    read_part(&segment, 6);
    struct bytes tiff = read_part(&segment, segment.length - 6);
    tiff.little = begins(&tiff, "II*\0", 4);
    if (!tiff.little && !begins(&tiff, "MM\0*", 4))
        return;
    tiff.next = 4;
    tiff.next = read_number(&tiff, 4);
    uint32_t count = read_number(&tiff, 2);
    struct exif exif = {.unit = 2};
    for (uint32_t i = 0; i < count && tiff.length - tiff.next >= 12 && !tiff.short_of; i++) {
        read_exif_entry(tiff, &exif);
        tiff.next += 12;
    }
    apply_exif(&exif, picture);
}

/* JFIF 1.02: "JFIF\0", version, unit (1 inch, 2 centimetre), density across and down. */
static void read_jfif(struct bytes segment, struct picture *picture) {
    read_part(&segment, 7);
    uint32_t unit = read_number(&segment, 1), across = read_number(&segment, 2);
    if (unit == 1 || unit == 2)
        picture->density = per_inch(across, unit == 2 ? 1 / 2.54 : 1);
}

/* SOF0 to SOF15 without DHT, JPG and DAC, which lie between them (T.81, table B.1). */
static bool is_frame(uint32_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* The frame header holds height before width (T.81, B.2.2). */
static const char *read_frame(struct bytes segment, struct picture *picture) {
    read_number(&segment, 1);
    picture->height = read_number(&segment, 2);
    picture->width = read_number(&segment, 2);
    return segment.short_of ? "it is cut short" : NULL;
}

static void turn(struct picture *picture) {
    if (picture->orientation < 5)
        return;
    uint32_t width = picture->width;
    picture->width = picture->height;
    picture->height = width;
}

/* The code of the next marker; any number of fill bytes FF may stand before it (T.81, B.1.1.2). */
static uint32_t next_marker(struct bytes *bytes) {
    if (read_number(bytes, 1) != 0xFF)
        return 0;
    uint32_t marker = 0xFF;
    while (marker == 0xFF && !bytes->short_of)
        marker = read_number(bytes, 1);
    return marker;
}

static const char *read_jpeg(struct bytes bytes, struct picture *picture) {
    picture->format = PICTURE_JPEG;
    read_part(&bytes, 2);
    while (!bytes.short_of) {
        uint32_t marker = next_marker(&bytes);
        if (marker == 0 || marker == 0xD9 || marker == 0xDA)
            return "it has no frame header";
        if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7))
            continue; /* these stand alone */
        uint32_t length = read_number(&bytes, 2);
        if (length < 2)
            return "it is cut short";
        struct bytes segment = read_part(&bytes, length - 2);
        if (marker == 0xE0 && begins(&segment, "JFIF\0", 5))
            read_jfif(segment, picture);
        else if (marker == 0xE1 && begins(&segment, "Exif\0\0", 6))
            read_exif(segment, picture);
        else if (is_frame(marker)) {
            const char *problem = read_frame(segment, picture);
            turn(picture);
            return problem;
        }
    }
    return "it is cut short";
}

/* What is wrong with it, or NULL. */
static const char *read_header(struct bytes bytes, struct picture *picture) {
    const char *problem;
    if (begins(&bytes, "\x89PNG\r\n\x1A\n", 8))
        problem = read_png(bytes, picture);
    else if (begins(&bytes, "\xFF\xD8\xFF", 3))
        problem = read_jpeg(bytes, picture);
    else
        return "it is neither PNG nor JPEG nor SVG";
    if (!problem && (picture->width == 0 || picture->height == 0))
        return "it has no size";
    return problem;
}

/* XML begins with a tag, perhaps after a byte order mark. */
static bool is_svg(const struct bytes *bytes) {
    size_t at = begins(bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
    while (at < bytes->length && memchr(" \t\r\n", bytes->at[at], 4))
        at++;
    return at < bytes->length && bytes->at[at] == '<';
}

static bool read_svg(struct str text, struct picture *picture, struct diag *diag) {
    enum { LONGER_SIDE = 1000000 };
    struct arena *arena = arena_new();
    const struct svg *svg = svg_read(text, picture->path, arena, diag);
    picture->format = PICTURE_SVG;
    if (svg) {
        double longer = svg->width > svg->height ? svg->width : svg->height;
        picture->width = (uint32_t)ceil(svg->width / longer * LONGER_SIDE);
        picture->height = (uint32_t)ceil(svg->height / longer * LONGER_SIDE);
    }
    arena_free(arena);
    return svg != NULL;
}

bool picture_open(struct picture *picture, const char *path, struct span span, struct diag *diag) {
    *picture = (struct picture){.path = path, .orientation = 1, .span = span};
    struct mapping mapping;
    if (!mapping_open(&mapping, path, span, diag))
        return false;
    struct bytes bytes = {.at = (const uint8_t *)mapping.bytes.at, .length = mapping.bytes.length};
    if (is_svg(&bytes)) {
        bool read = read_svg(mapping.bytes, picture, diag);
        mapping_close(&mapping);
        return read;
    }
    const char *problem = read_header(bytes, picture);
    mapping_close(&mapping);
    if (problem)
        diag_fault(diag, span.file ? span : (struct span){path, 0, 0},
                   "save the picture anew as PNG, JPEG or plain SVG", "%s cannot be used: %s", path,
                   problem);
    return !problem;
}
