"""What PortAudio knows of sound devices, and the sentences for having none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from coach.core.ports import AudioDeviceError

Direction = Literal["input", "output"]

KINDS: dict[Direction, str] = {"input": "microphone", "output": "loudspeaker"}
"""What the user calls a device of each direction."""

MISSING_PACKAGE = "The Python package sounddevice is missing: type `pip install sounddevice`."
"""Said when sounddevice itself is not installed."""

_MISSING_LIBRARY = {
    "linux": "The sound library PortAudio is missing: type `sudo apt install libportaudio2`.",
    "other": "The sound library PortAudio is missing: type `pip install --force-reinstall sounddevice`.",
}
_MISSING_DEVICE = {
    "linux": (
        "There is no {kind}: plug one in, and if PulseAudio or PipeWire runs here,"
        " type `sudo apt install libasound2-plugins`."
    ),
    "other": "There is no {kind}: plug one in.",
}
_MISSING_MICROPHONE = {
    "darwin": (
        "There is no microphone: plug one in, and allow this terminal under"
        " System Settings > Privacy & Security > Microphone."
    ),
    "win32": (
        "There is no microphone: plug one in, and allow desktop apps under Settings > Privacy & security > Microphone."
    ),
}


@dataclass(frozen=True, slots=True)
class Device:
    """One direction of a sound device."""

    direction: Direction
    index: int
    """PortAudio's number for it, valid until PortAudio is started again."""
    name: str
    """Differs from the name of every other device of the same direction."""
    channels: int
    """How many it has at most."""
    rate_hz: float
    """Its default rate."""
    is_default: bool


def missing_library(platform: str) -> str:
    """The sentence for a missing PortAudio on a platform named as in `sys.platform`."""
    return _MISSING_LIBRARY.get(platform, _MISSING_LIBRARY["other"])


def missing_device(direction: Direction, platform: str) -> str:
    """The sentence for having no device of a direction on a platform named as in `sys.platform`."""
    if direction == "input" and platform in _MISSING_MICROPHONE:
        return _MISSING_MICROPHONE[platform]
    return _MISSING_DEVICE.get(platform, _MISSING_DEVICE["other"]).format(kind=KINDS[direction])


def refusal(device: Device, error: Exception) -> AudioDeviceError:
    """The error for a device that is there and cannot be used; `error` is what sounddevice raised."""
    return AudioDeviceError(
        f"The {KINDS[device.direction]} {device.name!r} cannot be used ({reason(error)}):"
        " close programs that hold it, plug it in again or choose another one."
    )


def reason(error: Exception) -> str:
    """What PortAudio says, without the repetitions and codes around it."""
    text = str(error.args[0]) if error.args else type(error).__name__
    return text.rpartition(": ")[2].rstrip(".")


def known_devices(sounddevice: Any, direction: Direction) -> list[Device]:
    """The devices that the loaded module sounddevice lists; none when it fails to list them."""
    try:
        listed = list(sounddevice.query_devices())
        systems = [system["name"] for system in sounddevice.query_hostapis()]
    except sounddevice.PortAudioError:
        return []
    try:
        default = sounddevice.query_devices(kind=direction)["index"]
    except (sounddevice.PortAudioError, ValueError):
        default = None
    fitting = [entry for entry in listed if entry[f"max_{direction}_channels"] > 0]
    names = _unique_names([(entry["name"], systems[entry["hostapi"]]) for entry in fitting])
    return [
        Device(
            direction=direction,
            index=entry["index"],
            name=name,
            channels=entry[f"max_{direction}_channels"],
            rate_hz=float(entry["default_samplerate"]),
            is_default=entry["index"] == default,
        )
        for name, entry in zip(names, fitting, strict=True)
    ]


def choose(known: Sequence[Device], direction: Direction, name: str | None, platform: str) -> Device:
    """The device of that name, or the only one whose name holds it (None: the default one, else the first).

    Raises AudioDeviceError naming the ones there are.
    """
    if not known:
        raise AudioDeviceError(missing_device(direction, platform))
    if name is None:
        return next((device for device in known if device.is_default), known[0])
    wanted = name.casefold()
    alike = [device for device in known if device.name.casefold() == wanted]
    alike = alike or [device for device in known if wanted in device.name.casefold()]
    if len(alike) == 1:
        return alike[0]
    names = ", ".join(repr(device.name) for device in alike or known)
    verdict = f"{name!r} fits several" if alike else f"There is no {KINDS[direction]} {name!r}"
    raise AudioDeviceError(f"{verdict}: choose one of {names}.")


def _unique_names(names: Sequence[tuple[str, str]]) -> list[str]:
    """Names to choose by: those that occur twice get the name of their sound system, then a number."""
    plain = [name for name, _ in names]
    full = [name if plain.count(name) == 1 else f"{name} ({system})" for name, system in names]
    return [
        name if full.count(name) == 1 else f"{name} {full[: position + 1].count(name)}"
        for position, name in enumerate(full)
    ]
