package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.deploy.Marker;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.sentinel.azure.Arm;
import dev.harrier.sentinel.azure.Resource;
import java.util.List;

/** What one kind of our objects looks like in ARM. */
interface Shape {
    /** Where they are. */
    Resource collection(Arm arm);

    /** Whether an object of this name is of this kind. */
    boolean names(String name);

    /** One of them. */
    RemoteObject read(JsonNode object);

    /** What to send so that it is as wanted, without the etag. */
    ObjectNode body(WantedObject wanted, Marker marker);

    /** What to send so that one that is there is switched, and nothing else of it changed. */
    ObjectNode switched(JsonNode there, boolean on, Marker marker);

    /** What is wrong with a body that the service would refuse, each with its field; empty if nothing. */
    List<String> problems(ObjectNode body);
}
