/* JPEG (ITU-T T.81) as PDF takes it (ISO 32000-1, 7.4.8): baseline, extended and progressive
 * Huffman coding with 8 bits; the data passes through untouched. */
#include "pdf/images.h"
#include <string.h>

enum {
    MARKER = 0xFF,
    SOI = 0xD8,
    EOI = 0xD9,
    SOS = 0xDA,
    SOF0 = 0xC0,
    SOF2 = 0xC2,
    APP0 = 0xE0,
    APP2 = 0xE2,
    APP14 = 0xEE,
    ICC_HEAD = 14,
    MOST_PROFILE_PARTS = 255
};

struct segments {
    struct str frame; /* SOF, from its precision on */
    struct str profile_parts[MOST_PROFILE_PARTS + 1];
    unsigned profile_count;
    bool adobe, jfif, scan;
};

static unsigned byte_at(struct str s, size_t at) {
    return at < s.length ? (unsigned char)s.at[at] : 0;
}

static unsigned pair_at(struct str s, size_t at) {
    return byte_at(s, at) << 8 | byte_at(s, at + 1);
}

static bool is_frame(unsigned marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* The profile comes in numbered parts (ICC.1:2010, B.4). */
static void note_profile(struct segments *segments, struct str body) {
    if (!str_starts(body, (struct str){"ICC_PROFILE", 12}) || body.length < ICC_HEAD)
        return;
    segments->profile_parts[byte_at(body, 12)] = str_part(body, ICC_HEAD, SIZE_MAX);
    segments->profile_count = byte_at(body, 13);
}

static const char *note_segment(struct segments *segments, unsigned marker, struct str body) {
    if (is_frame(marker)) {
        if (marker > SOF2)
            return "its coding is one that PDF does not know";
        segments->frame = body;
    }
    if (marker == APP2)
        note_profile(segments, body);
    if (marker == APP0 && str_starts(body, STR("JFIF")))
        segments->jfif = true;
    if (marker == APP14 && str_starts(body, STR("Adobe")))
        segments->adobe = true;
    if (marker == SOS)
        segments->scan = true;
    return NULL;
}

/* The segments up to the first scan. */
static const char *read_segments(struct str file, struct segments *segments) {
    size_t at = 2;
    while (!segments->scan) {
        while (byte_at(file, at) == MARKER && byte_at(file, at + 1) == MARKER)
            at++;
        if (at + 4 > file.length)
            return "the file is cut off";
        if (byte_at(file, at) != MARKER)
            return "it is damaged";
        unsigned marker = byte_at(file, at + 1), length = pair_at(file, at + 2);
        if (length < 2 || at + 2 + length > file.length)
            return "the file is cut off";
        const char *wrong =
            note_segment(segments, marker, str_part(file, at + 4, (size_t)length - 2));
        if (wrong)
            return wrong;
        at += 2 + (size_t)length;
    }
    return segments->frame.length >= 6 ? NULL : "it has no frame header";
}

static struct str join_profile(const struct segments *segments, struct arena *arena) {
    struct buffer joined = {0};
    for (unsigned i = 1; i <= segments->profile_count; i++)
        buffer_str(&joined, segments->profile_parts[i]);
    struct str profile = str_copy(arena, buffer_view(&joined));
    buffer_free(&joined);
    return profile;
}

/* Cameras pad their files: the end marker need not be the very last, but it must be there. */
static bool has_end(struct str file) {
    for (size_t at = file.length; at-- > 1;)
        if (byte_at(file, at) == EOI && byte_at(file, at - 1) == MARKER)
            return true;
    return false;
}

/* Three colours are luminance and chrominance unless a marker or their names say otherwise; of the
 * names PDF knows nothing (ISO 32000-1, table 13). */
static bool is_plain_rgb(const struct segments *segments) {
    struct str frame = segments->frame;
    return !segments->adobe && !segments->jfif && byte_at(frame, 6) == 'R' &&
           byte_at(frame, 9) == 'G' && byte_at(frame, 12) == 'B';
}

const char *jpeg_read(struct str file, struct image_data *image, struct arena *arena) {
    if (byte_at(file, 0) != MARKER || byte_at(file, 1) != SOI)
        return "it is not a JPEG file";
    struct segments *segments = arena_make(arena, struct segments, 1);
    const char *wrong = read_segments(file, segments);
    if (wrong)
        return wrong;
    if (!has_end(file))
        return "the file is cut off";
    struct str frame = segments->frame;
    image->bits = (uint8_t)byte_at(frame, 0);
    image->height = pair_at(frame, 1);
    image->width = pair_at(frame, 3);
    image->channels = (uint8_t)byte_at(frame, 5);
    bool known = image->channels == 1 || image->channels == 3 || image->channels == 4;
    if (image->bits != 8 || !known || !image->width || !image->height)
        return "its colours are of a kind that PDF does not know";
    image->inverted = segments->adobe && image->channels == 4;
    image->profile = join_profile(segments, arena);
    image->filter = image->channels == 3 && is_plain_rgb(segments)
                        ? "/Filter/DCTDecode/DecodeParms<</ColorTransform 0>>"
                        : "/Filter/DCTDecode";
    image->bytes = file;
    return NULL;
}
