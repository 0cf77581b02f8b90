"""Rebuilds an openai-whisper checkpoint from a CTranslate2 model folder, for machines without the official download.

Both hold the same half-precision numbers under other names. CTranslate2 fuses query, key and value of an attention into
one matrix and pads the key's missing bias with zeros.
"""

import json
import re
import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.generic]

DTYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16}
"""CTranslate2's numbers for the element types of its arrays."""

OUTER = {
    "encoder/conv1": "encoder.conv1",
    "encoder/conv2": "encoder.conv2",
    "encoder/layer_norm": "encoder.ln_post",
    "decoder/layer_norm": "decoder.ln",
}
LAYER = {
    "self_attention/layer_norm": ("attn_ln",),
    "self_attention/linear_0": ("attn.query", "attn.key", "attn.value"),
    "self_attention/linear_1": ("attn.out",),
    "attention/layer_norm": ("cross_attn_ln",),
    "attention/linear_0": ("cross_attn.query",),
    "attention/linear_1": ("cross_attn.key", "cross_attn.value"),
    "attention/linear_2": ("cross_attn.out",),
    "ffn/layer_norm": ("mlp_ln",),
    "ffn/linear_0": ("mlp.0",),
    "ffn/linear_1": ("mlp.2",),
}
LEAF = {"weight": "weight", "bias": "bias", "gamma": "weight", "beta": "bias"}
WHOLE = {
    "encoder/position_encodings/encodings": "encoder.positional_embedding",
    "decoder/position_encodings/encodings": "decoder.positional_embedding",
    "decoder/embeddings/weight": "decoder.token_embedding.weight",
}
IN_LAYER = re.compile(r"(encoder|decoder)/layer_(\d+)/(.+)/(weight|bias|gamma|beta)")


def stored_arrays(model_bin: Path) -> Iterator[tuple[str, Array]]:
    """Every named array of a `model.bin`, in the order of the file."""
    data = model_bin.read_bytes()
    at = 0

    def numbers(code: str) -> tuple[int, ...]:
        nonlocal at
        layout = struct.Struct(f"<{code}")
        at += layout.size
        return layout.unpack_from(data, at - layout.size)

    def name() -> str:
        nonlocal at
        (length,) = numbers("H")
        at += length
        return data[at - length : at - 1].decode()

    numbers("I")
    name()
    _, arrays = numbers("II")
    for _ in range(arrays):
        title = name()
        shape = numbers(f"{numbers('B')[0]}I")
        kind, size = numbers("BI")
        count = size // np.dtype(DTYPES[kind]).itemsize
        yield title, np.frombuffer(data, DTYPES[kind], count, at).reshape(shape)
        at += size


def renamed(title: str, array: Array) -> Iterator[tuple[str, Array]]:
    """The arrays of the checkpoint that one stored array becomes; none for what the checkpoint does not keep."""
    if title in WHOLE:
        yield WHOLE[title], array
    elif match := IN_LAYER.fullmatch(title):
        side, layer, module, leaf = match.groups()
        names = LAYER[module]
        for target, part in zip(names, np.split(array, len(names)), strict=True):
            if not (target.endswith(".key") and leaf == "bias"):
                yield f"{side}.blocks.{layer}.{target}.{LEAF[leaf]}", part
    else:
        module, _, leaf = title.rpartition("/")
        if module in OUTER:
            yield f"{OUTER[module]}.{LEAF[leaf]}", array


def write_checkpoint(folder: Path, target: Path) -> tuple[tuple[int, int], ...]:
    """Write the `.pt` of a CTranslate2 folder; gives the (layer, head) pairs that follow the sound."""
    import torch

    stored = dict(stored_arrays(folder / "model.bin"))
    state = {name: part for title, array in stored.items() for name, part in renamed(title, array)}

    def layers(side: str) -> int:
        return len({m[2] for title in stored if (m := IN_LAYER.fullmatch(title)) and m[1] == side})

    vocabulary, width = state["decoder.token_embedding.weight"].shape
    dims = {
        "n_mels": state["encoder.conv1.weight"].shape[1],
        "n_vocab": vocabulary,
        "n_audio_ctx": state["encoder.positional_embedding"].shape[0],
        "n_audio_state": width,
        "n_audio_head": int(stored["encoder/num_heads"]),
        "n_audio_layer": layers("encoder"),
        "n_text_ctx": state["decoder.positional_embedding"].shape[0],
        "n_text_state": width,
        "n_text_head": int(stored["decoder/num_heads"]),
        "n_text_layer": layers("decoder"),
    }
    tensors = {name: torch.from_numpy(np.array(part, np.float16)) for name, part in state.items()}
    torch.save({"dims": dims, "model_state_dict": tensors}, target)
    pairs = json.loads((folder / "config.json").read_text("utf-8"))["alignment_heads"]
    return tuple((layer, head) for layer, head in pairs)
